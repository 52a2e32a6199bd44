using OrleansWallet.LoadTest.Histograms;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>What a run measured.</summary>
/// <param name="Options">How it was run.</param>
/// <param name="Unit">What was counted.</param>
/// <param name="Done">Operations that were done.</param>
/// <param name="Failed">Operations that were refused or came to nothing.</param>
/// <param name="Took">From the first start to the last answer.</param>
/// <param name="Cpu">
/// Processor time of this process: the callers', and the grid's where it is in it.
/// </param>
/// <param name="Latency">
/// From the start, or the moment due, to the answer; of pushes, from the change to the handler.
/// </param>
internal sealed record LoadReport(
    LoadOptions Options,
    string Unit,
    long Done,
    long Failed,
    TimeSpan Took,
    TimeSpan Cpu,
    LatencyHistogram Latency)
{
    public double PerSecond => Took > TimeSpan.Zero ? Done / Took.TotalSeconds : 0;

    public double CpuMicroseconds => Done > 0 ? Cpu.TotalMicroseconds / Done : 0;

    /// <summary>From the start to the answer of each call: a batch's operations are one.</summary>
    public required LatencyHistogram Calls { get; init; }

    /// <summary>Of a mixed workload, the calls of each part; empty for others.</summary>
    public IReadOnlyList<(string Part, LatencyHistogram Latency)> Parts { get; init; } = [];

    public IReadOnlyList<LoadFact> Facts { get; init; } = [];

    /// <summary>Refusals that were met, a few of them.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>What the workload itself found wrong.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>What the checks found; null before they ran.</summary>
    public LoadChecks? Checks { get; init; }

    /// <summary>What the checks of the books found; null before they ran.</summary>
    public long? Breaches => Checks?.Breaches;

    public bool IsWell => Failed == 0 && Breaches is 0;
}
