using OrleansWallet.LoadTest.Histograms;

namespace OrleansWallet.LoadTest.Tests;

public sealed class LatencyHistogramTests
{
    private readonly LatencyHistogram _histogram = new();

    [Fact]
    public void MicrosecondsAt_WhenEmpty_IsZero()
    {
        Assert.Equal(0, _histogram.MicrosecondsAt(0.5));
        Assert.Equal(0, _histogram.MaxMicroseconds);
    }

    [Fact]
    public void MicrosecondsAt_BelowSixtyFour_IsExact()
    {
        for (var value = 0; value < 64; value++)
        {
            _histogram.RecordMicroseconds(value);
        }

        for (var value = 0; value < 64; value++)
        {
            Assert.Equal(value, _histogram.MicrosecondsAt((value + 1) / 64.0));
        }
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(1_000)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(12_345_678)]
    [InlineData(LatencyHistogram.MicrosecondsMax)]
    public void MicrosecondsAt_ForOneOfTwo_IsWithinOneThirtySecondAbove(long value)
    {
        _histogram.RecordMicroseconds(value);
        _histogram.RecordMicroseconds(LatencyHistogram.MicrosecondsMax);

        Assert.InRange(_histogram.MicrosecondsAt(0.5), value, value + (value / 32));
    }

    [Fact]
    public void MicrosecondsAt_ForOneToTenThousand_FollowsTheRanks()
    {
        for (var value = 10_000; value >= 1; value--)
        {
            _histogram.RecordMicroseconds(value);
        }

        Assert.InRange(_histogram.MicrosecondsAt(0.5), 5_000, 5_000 * 33 / 32);
        Assert.InRange(_histogram.MicrosecondsAt(0.99), 9_900, 10_000);
        Assert.Equal(10_000, _histogram.MicrosecondsAt(1));
        Assert.Equal(10_000, _histogram.Count);
    }

    [Fact]
    public void Record_OutsideTheRange_CountsAtItsEnds()
    {
        _histogram.RecordMicroseconds(-5);
        _histogram.Record(TimeSpan.FromDays(1));

        Assert.Equal(0, _histogram.MicrosecondsAt(0.5));
        Assert.Equal(LatencyHistogram.MicrosecondsMax, _histogram.MaxMicroseconds);
    }

    [Fact]
    public void Record_FromSeveralThreads_LosesNothing()
    {
        Parallel.For(0, 40_000, value => _histogram.RecordMicroseconds(value % 100));

        Assert.Equal(40_000, _histogram.Count);
        Assert.Equal(99, _histogram.MaxMicroseconds);
    }
}
