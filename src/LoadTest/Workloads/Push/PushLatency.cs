using OrleansWallet.LoadTest.Histograms;

namespace OrleansWallet.LoadTest.Workloads.Push;

/// <summary>
/// From the time that a change carries to the handler of its message. The wallet takes that time
/// when it decides, so the commit is in it. Both clocks are one when grid and tool share a
/// machine. Thread-safe.
/// </summary>
internal sealed class PushLatency(TimeProvider time)
{
    private long _beganTicks = DateTimeOffset.MaxValue.UtcTicks;

    public LatencyHistogram Histogram { get; } = new();

    /// <summary>Changes from now on count.</summary>
    public void Begin() => Interlocked.Exchange(ref _beganTicks, time.GetUtcNow().UtcTicks);

    public void Record(DateTimeOffset at)
    {
        if (at.UtcTicks >= Interlocked.Read(ref _beganTicks))
        {
            Histogram.Record(time.GetUtcNow() - at);
        }
    }
}
