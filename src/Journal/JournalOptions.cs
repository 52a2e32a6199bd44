namespace OrleansWallet.Journal;

/// <summary>Settings of the PostgreSQL journal.</summary>
public sealed record JournalOptions
{
    /// <summary>Units that one commit takes at most. Default 10,000.</summary>
    public int BatchUnitsMax { get; init; } = 10_000;

    /// <summary>
    /// Transactions under way at once, each with a connection and a thread of its own; a wallet
    /// always goes with the same. Default 2.
    /// </summary>
    public int Writers { get; init; } = 2;

    /// <summary>
    /// How long a writer waits at most for the callers whom its last commit answered to ask again,
    /// so that they go with one commit and not with two. It never waits for more than those, and
    /// not when none comes. Default 0.5 ms.
    /// </summary>
    public TimeSpan GatherWindow { get; init; } = TimeSpan.FromMilliseconds(0.5);

    /// <summary>Units that may wait for a writer; beyond it the journal is full. Default 100,000.
    /// </summary>
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
