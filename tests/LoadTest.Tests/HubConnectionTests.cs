using OrleansWallet.Domain.Ids;
using OrleansWallet.LoadTest.Workloads;
using OrleansWallet.LoadTest.Workloads.Http;
using OrleansWallet.LoadTest.Workloads.Push;

namespace OrleansWallet.LoadTest.Tests;

public sealed class HubConnectionTests
{
    private const string Initial =
        """{"type":1,"target":"balance_initial","arguments":[{"balances":[],"version":4}]}""";

    private readonly PushLatency _latency = new(TimeProvider.System);

    [Fact]
    public async Task Start_SignsInAndFollowsWhatItHears()
    {
        _latency.Begin();
        using var hub = new StubHub(Initial, Update(5), """{"type":6}""", Update(6));
        await using var connection = await StartAsync(hub);
        await EndAsync(connection);

        Assert.Equal("Bearer mine", hub.Authorization);
        Assert.Equal("{\"protocol\":\"json\",\"version\":1}\u001e", hub.Handshake);
        Assert.Equal((6, 2), (connection.Versions.Last, connection.Versions.Received));
        Assert.Null(connection.Versions.Breach);
        Assert.Equal(2, _latency.Histogram.Count);
    }

    [Fact]
    public async Task Start_WhenAChangeIsMissing_TellsTheBreach()
    {
        using var hub = new StubHub(Initial, Update(6));
        await using var connection = await StartAsync(hub);
        await EndAsync(connection);

        Assert.NotNull(connection.Versions.Breach);
        Assert.Equal(0, _latency.Histogram.Count);
    }

    [Fact]
    public async Task Start_WhenTheHubEndsIt_Fails()
    {
        using var hub = new StubHub("""{"type":7,"error":"no room"}""");

        var failed = await Assert.ThrowsAsync<LoadFailedException>(() => StartAsync(hub));

        Assert.Contains("no room", failed.Message);
    }

    private static string Update(long version) =>
        $$"""{"type":1,"target":"balance_updated","arguments":[{"version":{{version}},"""
        + $"\"timestamp\":\"{DateTimeOffset.MaxValue:yyyy-MM-dd'T'HH:mm:ss.ffffff}Z\"}}]}}";

    private async Task<HubConnection> StartAsync(StubHub hub)
    {
        var user = new LoadUser(new LoadWallet(new WalletId("u-1")), "Bearer mine");
        var connection = new HubConnection(user, _latency);
        await connection.StartAsync(hub.Address, CancellationToken.None);
        return connection;
    }

    // The stub closes behind its last message, which a connection takes for a failure.
    private static async Task EndAsync(HubConnection connection)
    {
        for (var tries = 0; connection.Failure is null && tries < 500; tries++)
        {
            await Task.Delay(10);
        }

        Assert.NotNull(connection.Failure);
    }
}
