using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Workloads.Http;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>How a workload is run.</summary>
internal sealed record LoadOptions
{
    /// <summary>Of the workload.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The PostgreSQL server of the grid in this process; of a grid over HTTP, the database to
    /// check, or null.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>The grid to load over HTTP; null for grains.</summary>
    public Uri? Root { get; init; }

    /// <summary>Where the grains are, unless they are called over HTTP.</summary>
    public LoadEngine Engine { get; init; }

    /// <summary>What is loaded: <c>grains</c>, <c>silo</c>, <c>orleans</c> or <c>http</c>.</summary>
    public string Target => Root is not null ? "http" : Engine switch
    {
        LoadEngine.Silo => "silo",
        LoadEngine.Cluster => "orleans",
        _ => "grains",
    };

    /// <summary>Who signs in over HTTP.</summary>
    public Credentials Credentials { get; init; } = new(string.Empty, string.Empty);

    /// <summary>How long to ask again over HTTP while nothing succeeds.</summary>
    public TimeSpan RetryLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Operations under way at once; of an open loop, at most.</summary>
    public int Callers { get; init; } = 64;

    /// <summary>Operations started a second (open loop); null for a closed loop.</summary>
    public int? Rate { get; init; }

    /// <summary>Not measured.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Measured.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Wallets on each side.</summary>
    public int Wallets { get; init; } = 10_000;

    /// <summary>Exponent of the skew; 0 for none.</summary>
    public double Zipf { get; init; }

    /// <summary>Commands a batch.</summary>
    public int Size { get; init; } = 1000;

    /// <summary>Whether a batch's commands are for picked wallets, not all for one.</summary>
    public bool Spread { get; init; }

    /// <summary>Whether to read what touches no wallet in place of balances.</summary>
    public bool Baseline { get; init; }

    /// <summary>What a baseline reads, below the grid's address.</summary>
    public string BaselinePath { get; init; } = BaselineWorkload.PathDefault;

    /// <summary>Connections to the hub.</summary>
    public int Connections { get; init; } = 100;

    /// <summary>Users that are registered for the run where it takes users.</summary>
    public int Users { get; init; } = 16;

    /// <summary>Whether the report is for machines.</summary>
    public bool Json { get; init; }
}
