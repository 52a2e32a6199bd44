namespace OrleansWallet.Journal.Commits;

/// <summary>The transactions of one database as the writer needs them. Used by one writer.</summary>
public interface ICommitStore : IAsyncDisposable
{
    /// <summary>
    /// Tries to commit the batch in one transaction. Fences of all its groups are checked,
    /// refusals included; keys are recorded unless they are known.
    /// </summary>
    Task<CommitTry> Commit(CommitBatch batch);

    /// <summary>When so many units wait, the next batch is taken before the callers of this one
    /// are answered, to be begun by <see cref="Prepare"/>.</summary>
    int PreparedUnitsMin { get; }

    /// <summary>
    /// Begins the next commit, so that the server is busy before anybody is answered: it would
    /// wait for a processor behind all who then ask again. Never fails.
    /// </summary>
    /// <param name="next">What most likely is committed next. Heads that the last commit moved are
    /// not yet known to its lines.</param>
    void Prepare(CommitBatch next);

    /// <summary>
    /// Writes what it can of a group that still grows, so that its commit has less to do. Called
    /// behind each unit, within the line's lock. Never fails.
    /// </summary>
    void WriteAhead(CommitGroup group);

    /// <summary>Whether the transaction has ended, one way or the other.</summary>
    /// <returns>Null when the database is away.</returns>
    Task<bool?> IsOver(CommitTry.Doubtful doubt);

    /// <summary>Whether the rows of the transaction are there. Final only once it is over.</summary>
    /// <returns>Null when the database is away.</returns>
    Task<bool?> IsCommitted(CommitTry.Doubtful doubt);
}
