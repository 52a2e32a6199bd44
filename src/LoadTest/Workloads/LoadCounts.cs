using System.Collections.Concurrent;
using OrleansWallet.LoadTest.Histograms;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>What came of the operations of one part of a run. Thread-safe.</summary>
internal sealed class LoadCounts
{
    private long _done;
    private long _failed;

    public LatencyHistogram Latency { get; } = new();

    /// <summary>Of a mixed workload, by part; empty for others.</summary>
    public ConcurrentDictionary<string, LatencyHistogram> Parts { get; } = new();

    public long Done => Interlocked.Read(ref _done);

    public long Failed => Interlocked.Read(ref _failed);

    public void Add(LoadOutcome outcome, TimeSpan latency)
    {
        if (outcome.Done > 0)
        {
            Interlocked.Add(ref _done, outcome.Done);
        }

        if (outcome.Failed > 0)
        {
            Interlocked.Add(ref _failed, outcome.Failed);
        }

        Latency.Record(latency);
        if (outcome.Part is { } part)
        {
            Parts.GetOrAdd(part, static _ => new LatencyHistogram()).Record(latency);
        }
    }
}
