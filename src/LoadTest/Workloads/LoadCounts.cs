using OrleansWallet.LoadTest.Histograms;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>What came of the operations of one part of a run. Thread-safe.</summary>
internal sealed class LoadCounts
{
    private long _done;
    private long _failed;

    public LatencyHistogram Latency { get; } = new();

    public long Done => Interlocked.Read(ref _done);

    public long Failed => Interlocked.Read(ref _failed);

    public void Add(bool done, TimeSpan latency)
    {
        Interlocked.Increment(ref done ? ref _done : ref _failed);
        Latency.Record(latency);
    }
}
