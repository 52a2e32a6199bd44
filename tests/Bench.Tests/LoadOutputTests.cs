using OrleansWallet.Bench.Peers;

namespace OrleansWallet.Bench.Tests;

public sealed class LoadOutputTests
{
    [Fact]
    public void Parse_OfAWorkload_GivesRateAndLatencies()
    {
        var sample = LoadOutput.Parse(
            """
            {"workload":"hot","ok":true,"callers":64,"per_second":16000.0,
             "latency_us":{"p50":3900,"p99":9500}}
            """);

        Assert.Equal(16000, sample.PerSecond);
        Assert.Equal(4, sample.MeanMs, precision: 9);
        Assert.Equal(3.9, sample.P50Ms);
        Assert.Equal(9.5, sample.P99Ms);
    }

    [Fact]
    public void Parse_OfALimit_HasNoQuantiles()
    {
        var sample = LoadOutput.Parse("""{"ok":true,"callers":1,"per_second":50000}""");

        Assert.Equal(50000, sample.PerSecond);
        Assert.Null(sample.P50Ms);
    }

    [Theory]
    [InlineData("""{"ok":false,"callers":1,"per_second":50000}""")]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":"yes","callers":1,"per_second":1}""")]
    [InlineData("")]
    public void Parse_OfAnythingElse_IsRefused(string json) =>
        Assert.Throws<BenchFailedException>(() => LoadOutput.Parse(json));
}
