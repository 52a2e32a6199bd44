namespace OrleansWallet.Journal.Commits;

/// <summary>Looks at head rows outside any commit.</summary>
public interface IWalletHeads
{
    /// <summary>Whether the head is still the line's, or was moved by the line's own copy.</summary>
    /// <exception cref="JournalUnavailableException">The journal is away.</exception>
    ValueTask<bool> IsCurrent(WalletLine line, CancellationToken cancellationToken);

    /// <summary>What is known of the writers of other journals.</summary>
    OtherWriters Others { get; }
}
