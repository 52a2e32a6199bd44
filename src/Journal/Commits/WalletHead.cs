namespace OrleansWallet.Journal.Commits;

/// <summary>What a line expects its wallet's head row to be.</summary>
/// <param name="No">The wallet's number.</param>
/// <param name="Exists">Whether the row is there.</param>
/// <param name="Seq">The last entry.</param>
/// <param name="Token">The mark of the copy that wrote last.</param>
public sealed record WalletHead(long No, bool Exists, long Seq, Guid Token)
{
    internal WalletHead After(CommitGroup group, Guid token)
    {
        if (group.IsCheckOnly)
        {
            return this;
        }

        // A refusal alone leaves the row as it was, unless it made the row.
        return group.HasEntries || !Exists
            ? new WalletHead(No, true, group.Units[^1].After.Seq, token)
            : this;
    }
}
