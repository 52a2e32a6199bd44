using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Tests;

public sealed class SimRandomTests
{
    [Fact]
    public void Next_FromSeed1234567_GivesThePublishedNumbers()
    {
        // The reference values of SplitMix64.
        var random = new SimRandom(1234567);

        Assert.Equal(6457827717110365317UL, random.Next());
        Assert.Equal(3203168211198807973UL, random.Next());
        Assert.Equal(9817491932198370423UL, random.Next());
    }

    [Fact]
    public void Below_DrawnOften_GivesEveryNumberAndNoOther()
    {
        var random = new SimRandom(7);

        var drawn = Enumerable.Range(0, 1000).Select(_ => random.Below(5)).Distinct().Order();

        Assert.Equal([0, 1, 2, 3, 4], drawn);
    }
}
