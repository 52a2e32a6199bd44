using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Runs;

namespace OrleansWallet.Simulation.Tests;

public sealed class SeedTests
{
    private const int Steps = 2000;

    [Fact]
    public void Seeds_WithAllFaults_AreClean() => RequireClean(300, Steps, FaultKinds.All);

    [Fact]
    public void Seeds_WithoutFaults_AreClean() => RequireClean(10, Steps, FaultKinds.None);

    private static void RequireClean(int seeds, int steps, FaultKinds faults)
    {
        var results = new SeedRunner(new SimOptions(1, steps, faults), seeds, threads: 2).Run(_ => { });
        var broken = results.FirstOrDefault(r => !r.IsClean);
        Assert.True(
            broken is null,
            $"seed {broken?.Options.Seed}, step {broken?.Steps}: {broken?.Failure}\n"
            + string.Join('\n', broken?.LastEvents ?? []));
        Assert.Equal(seeds, results.Count);
        Assert.All(results, r => Assert.Equal(steps, r.Steps));
    }
}
