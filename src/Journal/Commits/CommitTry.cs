namespace OrleansWallet.Journal.Commits;

/// <summary>What came of one try to commit a batch. Closed.</summary>
public abstract record CommitTry
{
    private CommitTry()
    {
    }

    /// <summary>The whole batch is durable.</summary>
    public sealed record Committed : CommitTry
    {
        public static readonly Committed Instance = new();
    }

    /// <summary>Nothing is: these groups can't commit; the others may be tried again.</summary>
    public sealed record SetAside(IReadOnlyDictionary<CommitGroup, CommitResult> Results)
        : CommitTry;

    /// <summary>Nothing is and nothing will be: the database was away.</summary>
    /// <param name="Reason">For the log: an exception's name, a state.</param>
    public sealed record Failed(string Reason) : CommitTry;

    /// <summary>Nothing is: the database refuses some of the rows themselves.</summary>
    /// <param name="Reason">For the log: a state, a constraint.</param>
    public sealed record Poisoned(string Reason) : CommitTry;

    /// <summary>The connection broke around the commit; it may even be done later.</summary>
    /// <param name="TransactionId">The transaction's id.</param>
    /// <param name="ProofKey">A key that only this transaction can have recorded.</param>
    public sealed record Doubtful(ulong TransactionId, UInt128 ProofKey) : CommitTry;
}
