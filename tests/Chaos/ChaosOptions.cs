namespace OrleansWallet.Chaos;

/// <summary>How long and how hard a run is.</summary>
public sealed record ChaosOptions
{
    /// <summary>Disturbances in all. Default 200.</summary>
    public int Rounds { get; init; } = 200;

    /// <summary>Decides the load and the disturbances, but not how they meet.</summary>
    public required int Seed { get; init; }

    /// <summary>Load between two disturbances, on average. Default 1.5 s.</summary>
    public double SecondsPerRound { get; init; } = 1.5;

    /// <summary>Callers at once. Default 32.</summary>
    public int Callers { get; init; } = 32;

    /// <summary>
    /// Servers on the one database, as if by mistake; each call goes to any of them. Default 1.
    /// </summary>
    public int Servers { get; init; } = 1;

    /// <summary>Disturbances between two quiet points, at which everything is checked. Default 20.
    /// </summary>
    public int RoundsPerPhase { get; init; } = 20;

    /// <summary>Settled keys that a quiet point asks again at most. Default 1,000.</summary>
    public int AskedAgainMax { get; init; } = 1_000;

    /// <summary>
    /// Outages longer than the journal's patience, too, after which callers are told
    /// <c>not_accepted</c> and <c>outcome_unknown</c>. Default true.
    /// </summary>
    public bool LongOutages { get; init; } = true;

    /// <summary>Keeps logs and data even when all is well. Default false.</summary>
    public bool Keep { get; init; }
}
