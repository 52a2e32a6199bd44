using System.Net;

namespace OrleansWallet.Api.Tests.Hosting;

public sealed class RateLimitTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestGrid _grid = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        _grid = await TestGrid.Start(
            _database.ConnectionString, null,
            ("RateLimit:PerSecond", "1"), ("RateLimit:Burst", "5"),
            ("RateLimit:SignInPerSecond", "1"), ("RateLimit:SignInBurst", "10"));
    }

    [Fact]
    public async Task Requests_WhenAUserSendsTooMany_AreRefusedForThatUserOnly()
    {
        var user = await _grid.SignIn();
        var neighbour = await _grid.SignIn();

        var answers = await Send(user.AccessToken, 20);

        Assert.InRange(answers.Count(a => a.StatusCode == HttpStatusCode.OK), 5, 10);
        var refused = answers.First(a => a.StatusCode != HttpStatusCode.OK);
        await ProblemAssert.Is(HttpStatusCode.TooManyRequests, "rate_limited", refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        using var other = await _grid.Get("/test/closed", neighbour.AccessToken);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Requests_WhenTheCallerIsAService_AreNotLimited()
    {
        var service = await _grid.SignIn("service");

        var answers = await Send(service.AccessToken, 50);

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    [Fact]
    public async Task SignIn_WhenAnAddressTriesTooOften_IsRefusedWithAnyToken()
    {
        var service = await _grid.SignIn("service");
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add(await _grid.Post(
                "/auth/refresh", new { refresh_token = "wrong" }, service.AccessToken));
        }

        var refused = answers.Last();
        await ProblemAssert.Is(HttpStatusCode.TooManyRequests, "rate_limited", refused);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task Health_WhenAskedOften_IsNotLimited()
    {
        for (var i = 0; i < 20; i++)
        {
            using var answer = await _grid.Get("/health");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    public async Task DisposeAsync()
    {
        await _grid.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<List<HttpResponseMessage>> Send(string token, int count)
    {
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < count; i++)
        {
            answers.Add(await _grid.Get("/test/closed", token));
        }

        return answers;
    }
}
