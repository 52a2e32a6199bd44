using OrleansWallet.LoadTest.Histograms;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>What a replay counts while it posts. Thread-safe.</summary>
internal sealed class ReplayCounts
{
    private long _rows;
    private long _replayed;
    private long _inProgress;

    /// <summary>Rows answered.</summary>
    public long Rows => Volatile.Read(ref _rows);

    /// <summary>Of them, those told again from an earlier answer.</summary>
    public long Replayed => Volatile.Read(ref _replayed);

    /// <summary>Of them, transfers that were first answered as under way.</summary>
    public long InProgress => Volatile.Read(ref _inProgress);

    /// <summary>From a row's first attempt to its answer, retries included.</summary>
    public LatencyHistogram Latency { get; } = new();

    public void Answered(TimeSpan latency, bool replayed)
    {
        Latency.Record(latency);
        Interlocked.Increment(ref _rows);
        if (replayed)
        {
            Interlocked.Increment(ref _replayed);
        }
    }

    public void TransferInProgress() => Interlocked.Increment(ref _inProgress);
}
