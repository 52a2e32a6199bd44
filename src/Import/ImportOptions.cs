using OrleansWallet.Import.Posting;
using OrleansWallet.Import.Rows;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import;

/// <summary>What to import, and how.</summary>
public sealed record ImportOptions
{
    /// <summary>At most one a collection.</summary>
    public required IReadOnlyList<SourceFile> Files { get; init; }

    /// <summary>What becomes of locked amounts. Default: held.</summary>
    public LockedPolicy LockedPolicy { get; init; } = LockedPolicy.Hold;

    /// <summary>Of a lone balance beside a locked amount. Default: what is available.</summary>
    public BalanceMeaning BalanceMeaning { get; init; } = BalanceMeaning.Available;

    /// <summary>Balances that are being credited at once. Default 1,000.</summary>
    public int InFlightMax { get; init; } = 1000;

    /// <summary>How long one command is tried again while the database is away. Default 1 min.</summary>
    public TimeSpan RetryLimit { get; init; } = TimeSpan.FromMinutes(1);
}
