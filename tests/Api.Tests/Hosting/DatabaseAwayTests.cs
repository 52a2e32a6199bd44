using System.Net;

namespace OrleansWallet.Api.Tests.Hosting;

public sealed class DatabaseAwayTests : IAsyncLifetime
{
    // Nothing listens on port 1.
    private const string Nowhere =
        "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=2";

    private TestGrid _grid = null!;

    public async Task InitializeAsync() => _grid = await TestGrid.Start(Nowhere);

    [Fact]
    public async Task Login_WhenDatabaseIsAway_IsNotAccepted()
    {
        using var answer = await _grid.Post(
            "/auth/login", new { email = "a@example.com", password = TestGrid.Password });

        await ProblemAssert.Is(HttpStatusCode.ServiceUnavailable, "not_accepted", answer);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task Health_WhenDatabaseIsAway_IsUnavailableButAlive()
    {
        using var health = await _grid.Get("/health");
        using var alive = await _grid.Get("/alive");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Contains(
            "unavailable", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    public async Task DisposeAsync() => await _grid.DisposeAsync();
}
