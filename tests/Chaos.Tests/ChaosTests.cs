using Xunit.Abstractions;

namespace OrleansWallet.Chaos.Tests;

/// <summary>The run of scripts/chaos in small.</summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Grid_WhenServersAndDatabaseCrashUnderLoad_KeepsEveryAnswer(int servers)
    {
        var options = new ChaosOptions
        {
            Servers = servers,
            Rounds = 20 / servers,
            Seed = Random.Shared.Next(),
            SecondsPerRound = 0.4,
            RoundsPerPhase = 10,
            AskedAgainMax = 500,
            LongOutages = false,
        };

        var report = await ChaosRun.Run(options, output.WriteLine, CancellationToken.None);

        output.WriteLine(report.ToString());
        Assert.True(report.IsClean, report.ToString());
        Assert.Equal(options.Rounds, report.Rounds);
    }
}
