namespace OrleansWallet.Journal;

/// <summary>Settings of the PostgreSQL journal.</summary>
public sealed record JournalOptions
{
    /// <summary>Units that one commit takes at most. Default 10,000.</summary>
    public int BatchUnitsMax { get; init; } = 10_000;

    /// <summary>Units that may wait; beyond it the journal is full. Default 100,000.</summary>
    public int WaitingUnitsMax { get; init; } = 100_000;

    /// <summary>
    /// How long a commit that certainly failed is tried again before its callers are told
    /// <c>not_accepted</c>. Default 5 s.
    /// </summary>
    public TimeSpan RetryWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the outcome of a commit whose connection broke is asked for before its callers
    /// are told <c>outcome_unknown</c>. Default 10 s.
    /// </summary>
    public TimeSpan DoubtWindow { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Wallets that are loaded at once, each on a connection of its own: more of them would only
    /// share the database's processors. Default 8.
    /// </summary>
    public int LoadsAtOnceMax { get; init; } = 8;

    /// <summary>Pause between tries against a database that is away. Default 100 ms.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(100);
}
