using OrleansWallet.Bench.Growth;

namespace OrleansWallet.Bench.Tests;

public sealed class GrowthTests
{
    [Fact]
    public void Parse_OfAReport_GivesItsFigures()
    {
        var sample = GrowthOutput.Parse(
            """
            {"ok":true,"entries":10,"wallets":5,"start_ms":3.5,"activation_ms":0.8,
             "wallet_bytes":1400,"memory_bytes":2000,"database_bytes_an_entry":410,
             "per_second":{"hot":20000.0,"spread":9000.5}}
            """);

        Assert.Equal(3.5, sample.StartMs);
        Assert.Equal(0.8, sample.ActivationMs);
        Assert.Equal(1400, sample.WalletBytes);
        Assert.Equal(2000, sample.MemoryBytes);
        Assert.Equal(410, sample.DatabaseBytes);
        Assert.Equal(9000.5, sample.PerSecond["spread"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"ok\":false}")]
    [InlineData("the database: away")]
    public void Parse_OfAnythingElse_IsRefused(string json) =>
        Assert.Throws<BenchFailedException>(() => GrowthOutput.Parse(json));

    [Fact]
    public async Task All_ComparesEachSizeWithTheSmallest_WithGoalsForMoreEntriesOnly()
    {
        var rows = await Rows(rate: entries => entries > 1_000_000 ? 80 : 100).AllAsync(default);

        var hot = rows.Where(r => r.Name.EndsWith("hot/s", StringComparison.Ordinal)).ToList();
        Assert.Equal([1.0, 0.8, 1, 1], hot.Select(r => r.Ratio!.Value));
        Assert.Equal([true, false, null, null], hot.Select(r => r.Met));
    }

    [Fact]
    public async Task IdleWallet_HasAGoalOfItsOwn()
    {
        var row = Assert.Single(await Rows(_ => 1).IdleWalletAsync(default));

        Assert.Equal(1400, row.Value);
        Assert.True(row.Met);
    }

    private static GrowthRows Rows(Func<int, double> rate) => new((entries, _, _) =>
        Task.FromResult(new GrowthSample(
            1, 1, 1400, 1, 1, new Dictionary<string, double> { ["hot"] = rate(entries) })));
}
