using OrleansWallet.LoadTest.Workloads.Push;

namespace OrleansWallet.LoadTest.Tests;

public sealed class FeedVersionsTests
{
    private readonly FeedVersions _versions = new();

    [Fact]
    public void Take_OfEachInOrder_IsNoBreach()
    {
        _versions.TakeInitial(4);
        _versions.TakeUpdate(5, null);
        _versions.TakeUpdate(8, 5);
        _versions.TakeUpdate(9, null);

        Assert.Null(_versions.Breach);
        Assert.Equal((9, 3, 2), (_versions.Last, _versions.Received, _versions.Coalesced));
    }

    [Theory]
    [InlineData(6, null)]
    [InlineData(4, null)]
    [InlineData(8, 5L)]
    [InlineData(8, 3L)]
    [InlineData(4, 4L)]
    public void Take_OfAnother_IsABreach(long version, long? fromVersion)
    {
        _versions.TakeInitial(4);

        _versions.TakeUpdate(version, fromVersion);

        Assert.NotNull(_versions.Breach);
    }

    [Fact]
    public void Take_OfAllBalancesAgain_IsABreach()
    {
        _versions.TakeInitial(4);
        _versions.TakeInitial(4);

        Assert.NotNull(_versions.Breach);
    }

    [Fact]
    public void Take_BeforeTheFirstBalances_IsABreach()
    {
        _versions.TakeUpdate(1, null);

        Assert.NotNull(_versions.Breach);
    }
}
