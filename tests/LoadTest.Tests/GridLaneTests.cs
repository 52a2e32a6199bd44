using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Tests;

public sealed class GridLaneTests
{
    [Fact]
    public async Task Send_WhenNotAccepted_AsksAgainWithTheSameKeyAndBody()
    {
        using var grid = new StubGrid(
            (503, """{"code":"not_accepted"}"""), (503, """{"code":"outcome_unknown"}"""));
        using var client = Client(grid, TimeSpan.FromSeconds(30));
        using var lane = new GridLane(client);

        await SendAsync(lane);

        Assert.Equal(3, grid.Calls.Count);
        Assert.Single(grid.Calls.Distinct());
        Assert.Equal("key-1", grid.Calls.First().Key);
        Assert.Equal("""{"amount":"1.00"}""", grid.Calls.First().Body);
        Assert.Equal(1, client.Retries[RetryKind.NotAccepted]);
        Assert.Equal(1, client.Retries[RetryKind.OutcomeUnknown]);
    }

    [Fact]
    public async Task Send_WhenTheTokenWoreOut_SignsInAgain()
    {
        using var grid = new StubGrid((401, string.Empty));
        using var client = Client(grid, TimeSpan.FromSeconds(30));
        using var lane = new GridLane(client);

        await SendAsync(lane);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], grid.Calls.Select(call => call.Token));
    }

    [Fact]
    public async Task Send_WhenRefused_ThrowsAtOnce()
    {
        using var grid = new StubGrid((422, """{"code":"insufficient_balance"}"""));
        using var client = Client(grid, TimeSpan.FromSeconds(30));
        using var lane = new GridLane(client);

        var refused = await Assert.ThrowsAsync<GridRefusedException>(() => SendAsync(lane));

        Assert.Equal("insufficient_balance", refused.Code);
        Assert.Single(grid.Calls);
    }

    [Fact]
    public async Task Send_WhenNothingSucceedsForTooLong_GivesUp()
    {
        using var grid = new StubGrid([.. Enumerable.Repeat((503, string.Empty), 100)]);
        using var client = Client(grid, TimeSpan.FromMilliseconds(300));
        using var lane = new GridLane(client);

        await Assert.ThrowsAsync<GridUnreachableException>(() => SendAsync(lane));

        Assert.Equal(grid.Calls.Count, client.Retries[RetryKind.Unavailable]);
    }

    private static GridClient Client(StubGrid grid, TimeSpan limit) => new(
        grid.Root, new Credentials("a@b", "c"), new Patience(limit, TimeProvider.System));

    private static async Task SendAsync(GridLane lane)
    {
        await lane.SignInAsync(CancellationToken.None);
        lane.Call.Post(lane.Client.Routes.Credit("w"), "key-1", "1.00", static (json, amount) =>
            json.WriteString("amount", amount));
        await lane.SendAsync(CancellationToken.None);
    }
}
