namespace OrleansWallet.Journal.Commits;

/// <summary>The transactions of one database as the writer needs them. Used by one writer.</summary>
public interface ICommitStore : IAsyncDisposable
{
    /// <summary>
    /// Tries to commit the batch in one transaction. Fences of all its groups are checked,
    /// refusals included; keys are recorded unless they are known.
    /// </summary>
    Task<CommitTry> Commit(CommitBatch batch);

    /// <summary>
    /// Begins what the next commit is then spared. Called before anybody is answered: the server's
    /// answer does not wait behind all who then ask again. Never fails.
    /// </summary>
    /// <param name="waitingUnits">What waits for that commit already.</param>
    void Prepare(int waitingUnits);

    /// <summary>Whether the transaction has ended, one way or the other.</summary>
    /// <returns>Null when the database is away.</returns>
    Task<bool?> IsOver(CommitTry.Doubtful doubt);

    /// <summary>Whether the rows of the transaction are there. Final only once it is over.</summary>
    /// <returns>Null when the database is away.</returns>
    Task<bool?> IsCommitted(CommitTry.Doubtful doubt);
}
