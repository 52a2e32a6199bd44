using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Workloads;

namespace OrleansWallet.LoadTest.Tests;

public sealed class HttpTargetTests
{
    [Fact]
    public async Task Run_WhenBalancesAreWhatWasAcknowledged_IsWell()
    {
        using var grid = new StubGrid { Balances = "5.00" };

        var report = await RunAsync(grid, "hot");

        Assert.Equal(5, report.Done);
        Assert.Equal(1, report.Checks!.Wallets);
        Assert.True(report.IsWell);
        Assert.Equal(5, grid.Calls.Select(call => call.Key).OfType<string>().Distinct().Count());
    }

    [Theory]
    [InlineData("4.00")]
    [InlineData("6.00")]
    [InlineData(null)]
    public async Task Run_WhenABalanceIsAnother_TellsTheBreach(string? balance)
    {
        using var grid = new StubGrid { Balances = balance };

        var report = await RunAsync(grid, "hot");

        Assert.Equal(1, report.Breaches);
        Assert.False(report.IsWell);
        Assert.Contains("acknowledged operations make it 5.00", report.Checks!.First.Single());
    }

    [Fact]
    public async Task Run_WhenOneIsRefused_CountsItAsFailedAndNotAsMoney()
    {
        using var grid = new StubGrid((422, """{"code":"wallet_frozen"}""")) { Balances = "4.00" };

        var report = await RunAsync(grid, "hot");

        Assert.Equal((4, 1, 0), (report.Done, report.Failed, report.Breaches));
        Assert.False(report.IsWell);
        Assert.Contains("wallet_frozen", report.Refusals.Single());
    }

    [Fact]
    public async Task Run_WhenATransferIsUnderWay_AsksForItsEndAfterTheRun()
    {
        const string UnderWay = """{"transaction_id":"t1-1","status":"in_progress"}""";
        const string Done = """{"transaction_id":"t1-1","status":"completed"}""";
        using var grid = new StubGrid(
            (200, """{"results":[{"index":0,"status":200,"receipt":{}}]}"""),
            (200, UnderWay), (200, Done), (200, Done), (200, Done), (200, Done),
            (200, $$"""{"transaction":{{UnderWay}}}"""), (200, $$"""{"transaction":{{Done}}}"""))
        {
            Balances = "5.00",
        };

        var report = await RunAsync(grid, "transfer");

        // The source has what it was funded with less 5.00, which the stub knows nothing of.
        Assert.Equal(1, report.Breaches);
        Assert.Contains("make it 9999999995.00", report.Checks!.First.Single());
        Assert.Equal(1, report.Facts.Single(fact => fact.Name == "in_progress").Value);
    }

    private static Task<LoadReport> RunAsync(StubGrid grid, string workload) =>
        LoadCommand.RunAsync(
            new LoadOptions
            {
                Name = workload,
                Root = grid.Root,
                Credentials = new Credentials("a@b", "c"),
                Callers = 1,
                Rate = 5,
                WarmUp = TimeSpan.Zero,
                Duration = TimeSpan.FromSeconds(1),
                Wallets = 1,
                Json = true,
            },
            CancellationToken.None);
}
