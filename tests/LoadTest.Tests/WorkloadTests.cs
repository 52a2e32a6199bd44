using OrleansWallet.LoadTest.Workloads;

namespace OrleansWallet.LoadTest.Tests;

public sealed class WorkloadTests
{
    private static readonly string _database =
        Environment.GetEnvironmentVariable("ConnectionStrings__Wallet")
        ?? throw new InvalidOperationException("ConnectionStrings__Wallet names no database");

    [Theory]
    [InlineData("hot")]
    [InlineData("spread")]
    [InlineData("transfer")]
    [InlineData("transfer-out")]
    [InlineData("transfer-in")]
    [InlineData("trade")]
    [InlineData("read")]
    public async Task Run_OfEachWorkload_DoesAllAndTheBooksBalance(string name)
    {
        var report = await RunAsync(Options(name, null));

        Assert.True(report.Done > 0);
        Assert.Equal(0, report.Failed);
        Assert.Equal(report.Done, report.Latency.Count);
        Assert.True(report.IsWell);
    }

    [Fact]
    public async Task Run_WithARate_StartsSoMany()
    {
        var report = await RunAsync(Options("hot", 50));

        Assert.Equal(50, report.Done);
    }

    [Fact]
    public async Task Run_OfAMix_TellsEachPartApart()
    {
        var report = await RunAsync(Options("mixed", 200) with { Users = 4 });

        Assert.Equal(
            ["credits", "debits", "reads", "trades", "transfers"],
            report.Parts.Select(part => part.Part));
        Assert.Equal(report.Done, report.Parts.Sum(part => part.Latency.Count));
        Assert.Equal(0, report.Failed);
        Assert.True(report.IsWell);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_OfBatches_CountsTheirOperations(bool spread)
    {
        var report = await RunAsync(Options("batch", 5) with { Size = 7, Spread = spread });

        Assert.Equal(35, report.Done);
        Assert.Equal(5, report.Calls.Count);
        Assert.True(report.IsWell);
    }

    private static LoadOptions Options(string name, int? rate) => new()
    {
        Name = name,
        ConnectionString = _database,
        Callers = 4,
        Rate = rate,
        WarmUp = TimeSpan.Zero,
        Duration = TimeSpan.FromSeconds(1),
        Wallets = 20,
        Zipf = 0.9,
        Json = true,
    };

    private static Task<LoadReport> RunAsync(LoadOptions options) =>
        LoadCommand.RunAsync(options, CancellationToken.None);
}
