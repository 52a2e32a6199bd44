using OrleansWallet.Bench.Peers;

namespace OrleansWallet.Bench.Tests;

public sealed class PgbenchOutputTests
{
    private const string Printed = """
        pgbench (15.14 (Debian 15.14-0+deb12u1))
        transaction type: locks-hot.sql
        scaling factor: 1
        query mode: prepared
        number of clients: 4
        number of threads: 2
        maximum number of tries: 1
        duration: 4 s
        number of transactions actually processed: 3170
        number of failed transactions: 0 (0.000%)
        latency average = 5.048 ms
        initial connection time = 14.470 ms
        tps = 792.393027 (without initial connection time)
        """;

    [Fact]
    public void Parse_OfAWholeRun_GivesRateAndLatency()
    {
        var sample = PgbenchOutput.Parse(Printed);

        Assert.Equal(792.393027, sample.PerSecond);
        Assert.Equal(5.048, sample.MeanMs);
        Assert.Null(sample.P50Ms);
        Assert.Null(sample.P99Ms);
    }

    [Fact]
    public void Parse_WithoutTheLineOfFailures_GivesRate()
    {
        // As versions before 15 print it.
        var older = Printed.Replace(
            "number of failed transactions: 0 (0.000%)\n", "", StringComparison.Ordinal);

        Assert.Equal(792.393027, PgbenchOutput.Parse(older).PerSecond);
    }

    [Theory]
    [InlineData("transactions: 0 (0.000%)", "transactions: 7 (0.221%)")]
    [InlineData("transactions: 0 (0.000%)", "transactions: 0 (0.000%)\nRun was aborted; the above results are incomplete.")]
    public void Parse_WhenTransactionsFailed_IsRefused(string was, string becomes)
    {
        var failed = Printed.Replace(was, becomes, StringComparison.Ordinal);

        Assert.Throws<BenchFailedException>(() => PgbenchOutput.Parse(failed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pgbench: error: connection to server failed")]
    public void Parse_OfSomethingElse_IsRefused(string text) =>
        Assert.Throws<BenchFailedException>(() => PgbenchOutput.Parse(text));
}
