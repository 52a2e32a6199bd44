using System.Numerics;

namespace OrleansWallet.LoadTest.Histograms;

/// <summary>
/// Counts latencies in microseconds, in buckets that grow with the value: exact below 64 µs and
/// within 1/32 (about 3 %) of the value above.
/// </summary>
/// <remarks>Thread-safe; a reader beside writers sees each recording soon, not at once.</remarks>
internal sealed class LatencyHistogram
{
    /// <summary>Longer latencies are counted as this: about 17 minutes.</summary>
    public const long MicrosecondsMax = (1L << 30) - 1;

    private const int StepBits = 5;
    private const int StepsPerDoubling = 1 << StepBits;

    private readonly long[] _counts = new long[IndexOf(MicrosecondsMax) + 1];
    private long _count;
    private long _max;

    public long Count => Volatile.Read(ref _count);

    /// <summary>The longest latency, exactly; 0 when nothing was recorded.</summary>
    public long MaxMicroseconds => Volatile.Read(ref _max);

    public void Record(TimeSpan latency) => RecordMicroseconds(latency.Ticks / 10);

    /// <param name="microseconds">Below zero counts as zero.</param>
    public void RecordMicroseconds(long microseconds)
    {
        var value = Math.Clamp(microseconds, 0, MicrosecondsMax);
        Interlocked.Increment(ref _counts[IndexOf(value)]);
        Interlocked.Increment(ref _count);
        RaiseMax(value);
    }

    /// <summary>The latency that the given part of all recordings did not pass.</summary>
    /// <param name="quantile">0 to 1; 0.99 asks for p99.</param>
    /// <returns>Microseconds: the end of the bucket, never above the maximum; 0 when empty.</returns>
    public long MicrosecondsAt(double quantile)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quantile);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quantile, 1);
        var rank = Math.Max(1, (long)Math.Ceiling(quantile * Count));
        long seen = 0;
        for (var index = 0; index < _counts.Length; index++)
        {
            seen += Volatile.Read(ref _counts[index]);
            if (seen >= rank)
            {
                return Math.Min(LastOf(index), MaxMicroseconds);
            }
        }

        return MaxMicroseconds;
    }

    // Two doublings' worth of exact buckets, then StepsPerDoubling buckets for each doubling.
    private static int IndexOf(long value)
    {
        var shift = ShiftOf(value);
        return (shift * StepsPerDoubling) + (int)(value >> shift);
    }

    private static int ShiftOf(long value) =>
        Math.Max(0, BitOperations.Log2((ulong)value) - StepBits);

    private static long LastOf(int index)
    {
        var shift = Math.Max(0, (index / StepsPerDoubling) - 1);
        var step = index - (shift * StepsPerDoubling);
        return ((long)(step + 1) << shift) - 1;
    }

    private void RaiseMax(long value)
    {
        var seen = Volatile.Read(ref _max);
        while (value > seen)
        {
            var before = Interlocked.CompareExchange(ref _max, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
