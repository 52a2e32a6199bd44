using Xunit.Abstractions;

namespace OrleansWallet.Chaos.Tests;

/// <summary>The run of scripts/chaos in small.</summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Grid_WhenServerAndDatabaseCrashUnderLoad_KeepsEveryAnswer()
    {
        var options = new ChaosOptions
        {
            Rounds = 20,
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
