using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Tests;

public sealed class FaultNamesTests
{
    [Theory]
    [InlineData("all", FaultKinds.All)]
    [InlineData("None", FaultKinds.None)]
    [InlineData("crash,OUTAGE, network", FaultKinds.Crash | FaultKinds.Outage | FaultKinds.Network)]
    internal void TryParse_OfNames_GivesTheirKinds(string text, FaultKinds expected)
    {
        Assert.True(FaultNames.TryParse(text, out var faults, out _));
        Assert.Equal(expected, faults);
    }

    [Theory]
    [InlineData("crash,flood")]
    [InlineData("16")]
    [InlineData("")]
    public void TryParse_OfAnUnknownName_SaysWhichThereAre(string text)
    {
        Assert.False(FaultNames.TryParse(text, out _, out var error));
        Assert.Contains("is not a kind of fault", error, StringComparison.Ordinal);
        Assert.Contains(nameof(FaultKinds.ClockJumps), error, StringComparison.Ordinal);
    }
}
