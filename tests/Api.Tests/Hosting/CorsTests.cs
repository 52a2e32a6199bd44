using OrleansWallet.Api.Hosting;

namespace OrleansWallet.Api.Tests.Hosting;

public sealed class CorsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestGrid _grid = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        _grid = await TestGrid.Start(
            _database.ConnectionString, null,
            ("FRONTEND_URL", "https://wallet.example.com/, http://localhost:5173"));
    }

    [Theory]
    [InlineData("https://wallet.example.com", true)]
    [InlineData("http://localhost:5173", true)]
    [InlineData("https://evil.example.com", false)]
    [InlineData("http://wallet.example.com", false)]
    public async Task Preflight_WhenOriginIs_IsAllowedOrNot(string origin, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/auth/logout");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,idempotency-key");

        using var answer = await _grid.Send(request);

        Assert.Equal(allowed, answer.Headers.TryGetValues(
            "Access-Control-Allow-Origin", out var origins) && origins.Single() == origin);
        Assert.Equal(allowed, answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Problem_WhenOriginIsAllowed_CanBeReadByIt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/test/fails");
        request.Headers.Add("Origin", "http://localhost:5173");

        using var answer = await _grid.Send(request);

        Assert.True(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains(
            "Retry-After",
            string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("wallet.example.com")]
    [InlineData("https://wallet.example.com/path")]
    public async Task Start_WhenAnOriginIsNone_SaysWhich(string origin)
    {
        var e = await Assert.ThrowsAsync<SettingException>(() => TestGrid.Start(
            _database.ConnectionString, null, ("FRONTEND_URL", origin)));

        Assert.Contains(origin, e.Message, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        await _grid.DisposeAsync();
        await _database.DisposeAsync();
    }
}
