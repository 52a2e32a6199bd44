using OrleansWallet.Simulation.Audit;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Runs;

namespace OrleansWallet.Simulation.Tests;

public sealed class ShrinkerTests
{
    private static readonly SimOptions _options = new(1, 1000, FaultKinds.All);

    [Fact]
    public void Shrink_OfABreachThatNeedsOneFault_KeepsThatFaultAndFewSteps()
    {
        var shrunk = Shrinker.Shrink(
            Broken(_options, "a", 900),
            o => o.Faults.HasFlag(FaultKinds.Crash) && o.Steps >= 100
                ? Broken(o, "a", o.Steps)
                : Clean(o));

        Assert.Equal(FaultKinds.Crash, shrunk.Options.Faults);
        Assert.InRange(shrunk.Options.Steps, 100, 200);
    }

    [Fact]
    public void Shrink_WhenLessBreaksSomethingElse_KeepsTheFailure()
    {
        var failure = Broken(_options, "a", 900);

        var shrunk = Shrinker.Shrink(failure, o => Broken(o, "b", 1));

        Assert.Same(failure, shrunk);
    }

    private static SimResult Broken(SimOptions options, string invariant, int steps) =>
        new(options, 0, steps, new BreachException(invariant, "broken", []), []);

    private static SimResult Clean(SimOptions options) => new(options, 0, options.Steps, null, []);
}
