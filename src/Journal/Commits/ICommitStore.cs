namespace OrleansWallet.Journal.Commits;

/// <summary>The transactions of one database as the writer needs them. Used by one writer.</summary>
public interface ICommitStore : IAsyncDisposable
{
    /// <summary>
    /// Tries to commit the batch in one transaction. Fences of all its groups are checked,
    /// refusals included; keys are recorded unless they are known.
    /// </summary>
    Task<CommitTry> Commit(CommitBatch batch);

    /// <summary>What became of a transaction in doubt.</summary>
    /// <returns>
    /// True when it committed, false when it never will; null while that is open: it may still
    /// be under way, or the database is away.
    /// </returns>
    Task<bool?> AskOutcome(CommitTry.Doubtful doubt);
}
