using OrleansWallet.LoadTest.Histograms;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>What a run measured.</summary>
/// <param name="Options">How it was run.</param>
/// <param name="Unit">What was counted.</param>
/// <param name="Done">Operations that were done.</param>
/// <param name="Failed">Operations that were refused or came to nothing.</param>
/// <param name="Took">From the first start to the last answer.</param>
/// <param name="Cpu">Processor time of this process, callers and grid together.</param>
/// <param name="Latency">From the start, or the moment due, to the answer.</param>
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

    /// <summary>What the checks of the books found; null before they ran.</summary>
    public long? Breaches { get; init; }

    public bool IsWell => Failed == 0 && Breaches is 0;
}
