using OrleansWallet.LoadTest.Progress;
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

    private static LoadOptions Options(string name, int? rate) => new(
        name, _database, 4, rate, TimeSpan.Zero, TimeSpan.FromSeconds(1), 20, 0.9, false);

    private static async Task<LoadReport> RunAsync(LoadOptions options)
    {
        await using var grid = await GridInProcess.StartAsync(_database, CancellationToken.None);
        var run = new LoadRun(
            WorkloadNames.Create(options, grid.Grains), options, new NoDisplay(),
            TimeProvider.System);
        var report = await run.RunAsync(CancellationToken.None);
        var checks = await grid.VerifyAsync(CancellationToken.None);
        return report with { Breaches = checks.Checks.Sum(c => c.Breaches) };
    }
}
