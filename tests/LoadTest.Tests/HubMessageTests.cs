using OrleansWallet.LoadTest.Workloads.Push;

namespace OrleansWallet.LoadTest.Tests;

public sealed class HubMessageTests
{
    [Fact]
    public void Read_OfAnUpdate_TellsVersionAndTime()
    {
        var message = HubMessage.Read(
            """
            {"type":1,"target":"balance_updated","arguments":[{"newBalance":1.00,
            "timestamp":"2026-01-31T12:00:00.123456Z","epoch":"e","version":7,"fromVersion":4}]}
            """u8);

        Assert.True(message.IsUpdate);
        Assert.Equal((7, 4L), (message.Version, message.FromVersion));
        Assert.Equal(
            new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(123456),
            message.At);
    }

    [Fact]
    public void Read_OfTheFirstBalances_SkipsWhatIsInThem()
    {
        var message = HubMessage.Read(
            """
            {"type":1,"target":"balance_initial","arguments":[{"balance":null,"balances":[
            {"currency":"USD","version":99}],"epoch":"e","version":3}]}
            """u8);

        Assert.True(message.IsInitial);
        Assert.Equal(3, message.Version);
    }

    [Fact]
    public void Read_OfTheRest_IsNoChange()
    {
        Assert.False(HubMessage.Read("""{"type":6}"""u8).IsUpdate);
        Assert.Equal("no", HubMessage.Read("""{"type":7,"error":"no"}"""u8).Error);
        Assert.False(HubMessage.Read(
            """{"type":1,"target":"notification","arguments":[{"id":"1"}]}"""u8).IsUpdate);
    }
}
