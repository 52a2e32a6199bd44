using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Tests;

public sealed class HttpLaneTests
{
    private readonly LoadKey _key = LoadKey.New();

    [Fact]
    public async Task Post_WhenTheOutcomeIsUnknown_AsksAgainWithTheSameKeyAndBody()
    {
        using var grid = new StubGrid(
            (503, """{"code":"not_accepted"}"""), (503, """{"code":"outcome_unknown"}"""));
        using var client = Client(grid, TimeSpan.FromSeconds(30));
        using var lane = await LaneAsync(client);

        var answer = await PostAsync(lane);

        Assert.True(answer.IsSuccess);
        Assert.Equal(3, grid.Calls.Count);
        Assert.Single(grid.Calls.Distinct());
        Assert.Equal(("Bearer token-1", _key.ToString(), """{"a":1}"""), grid.Calls.First());
        Assert.Equal(1, client.Retries[RetryKind.OutcomeUnknown]);
    }

    [Fact]
    public async Task Post_WhenTheTokenWoreOut_SignsInAgain()
    {
        using var grid = new StubGrid((401, string.Empty));
        using var client = Client(grid, TimeSpan.FromSeconds(30));
        using var lane = await LaneAsync(client);

        await PostAsync(lane);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], grid.Calls.Select(call => call.Token));
    }

    [Fact]
    public async Task Post_WhenRefused_AnswersSo()
    {
        using var grid = new StubGrid((422, """{"code":"insufficient_balance"}"""));
        using var client = Client(grid, TimeSpan.FromSeconds(30));
        using var lane = await LaneAsync(client);

        var answer = await PostAsync(lane);

        Assert.Equal(422, answer.Status);
        Assert.Equal("insufficient_balance", Problem.Read(answer.Body).Code);
    }

    [Fact]
    public async Task Post_WhenNothingSucceedsForTooLong_GivesUp()
    {
        using var grid = new StubGrid([.. Enumerable.Repeat((503, string.Empty), 100)]);
        using var client = Client(grid, TimeSpan.FromMilliseconds(300));
        using var lane = await LaneAsync(client);

        await Assert.ThrowsAsync<GridUnreachableException>(() => PostAsync(lane).AsTask());
    }

    [Fact]
    public async Task Post_AsAUser_SendsTheUsersToken()
    {
        using var grid = new StubGrid();
        using var client = Client(grid, TimeSpan.FromSeconds(30));
        using var lane = await LaneAsync(client);

        await lane.PostAsync("/x", LoadKey.New(), "Bearer mine", CancellationToken.None);

        Assert.Equal("Bearer mine", grid.Calls.Single().Token);
    }

    private static GridClient Client(StubGrid grid, TimeSpan limit) => new(
        grid.Root, new Credentials("a@b", "c"), new Patience(limit, TimeProvider.System));

    private static async Task<HttpLane> LaneAsync(GridClient client)
    {
        using var signIn = new GridLane(client);
        await signIn.SignInAsync(CancellationToken.None);
        return new HttpLane(client);
    }

    private ValueTask<GridAnswer> PostAsync(HttpLane lane)
    {
        lane.Body.Clear().Add("{\"a\":"u8).Add(1).Add("}");
        return lane.PostAsync(
            "/api/wallets/w/credit", _key, null, CancellationToken.None);
    }
}
