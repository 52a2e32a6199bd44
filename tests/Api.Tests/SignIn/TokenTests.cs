using System.Net;

namespace OrleansWallet.Api.Tests.SignIn;

public sealed class TokenTests : IAsyncLifetime
{
    private readonly ShiftedTime _clock = new();
    private TestDatabase _database = null!;
    private TestGrid _grid = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        _grid = await TestGrid.Start(_database.ConnectionString, _clock);
    }

    [Fact]
    public async Task AccessToken_WhenExpired_IsRefused()
    {
        var user = await _grid.SignIn();
        Assert.Equal(HttpStatusCode.OK, await Status(user.AccessToken));

        _clock.Shift = TimeSpan.FromMinutes(60);

        Assert.Equal(HttpStatusCode.Unauthorized, await Status(user.AccessToken));
    }

    [Fact]
    public async Task Refresh_WhenAccessTokenExpired_GivesNewOnes()
    {
        var user = await _grid.SignIn("admin");
        _clock.Shift = TimeSpan.FromDays(13);

        using var answer = await Refresh(user.RefreshToken);

        var renewed = await SignedIn.Read(user.Email, answer);
        Assert.Equal("admin", renewed.Role);
        Assert.Equal(user.UserId, renewed.UserId);
        Assert.Equal(HttpStatusCode.OK, await Status(renewed.AccessToken));
    }

    [Fact]
    public async Task Refresh_WhenRefreshTokenExpired_IsRefused()
    {
        var user = await _grid.SignIn();
        _clock.Shift = TimeSpan.FromDays(14);

        using var answer = await Refresh(user.RefreshToken);

        await ProblemAssert.Is(HttpStatusCode.Unauthorized, "invalid_refresh_token", answer);
    }

    [Fact]
    public async Task Tokens_WhenSwapped_AreRefused()
    {
        var user = await _grid.SignIn();

        using var answer = await Refresh(user.AccessToken);

        await ProblemAssert.Is(HttpStatusCode.Unauthorized, "invalid_refresh_token", answer);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(user.RefreshToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("CfDJ8")]
    public async Task AccessToken_WhenBroken_IsRefused(string token)
    {
        using var answer = await _grid.Get("/test/closed", token);

        await ProblemAssert.Is(HttpStatusCode.Unauthorized, "unauthorized", answer);
    }

    [Fact]
    public async Task Tokens_AfterARestartAndAtAnotherFront_AreValid()
    {
        var user = await _grid.SignIn();
        await using var other = await TestGrid.Start(_database.ConnectionString, _clock);

        using var answer = await other.Get("/test/closed", user.AccessToken);
        using var refreshed = await other.Post(
            "/auth/refresh", new { refresh_token = user.RefreshToken });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
    }

    [Fact]
    public async Task Logout_Always_RevokesAllTokensOfTheUser()
    {
        var user = await _grid.SignIn();
        var elsewhere = await _grid.Login(user.Email);
        var neighbour = await _grid.SignIn();

        using var answer = await _grid.Post("/auth/logout", null, user.AccessToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(user.AccessToken));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(elsewhere.AccessToken));
        Assert.Equal(HttpStatusCode.OK, await Status(neighbour.AccessToken));
        using var refreshed = await Refresh(user.RefreshToken);
        await ProblemAssert.Is(HttpStatusCode.Unauthorized, "invalid_refresh_token", refreshed);
        Assert.Equal(
            HttpStatusCode.OK, await Status((await _grid.Login(user.Email)).AccessToken));
    }

    [Fact]
    public async Task Logout_AtAnotherFront_IsNoticedWithinTwoSeconds()
    {
        var user = await _grid.SignIn();
        Assert.Equal(HttpStatusCode.OK, await Status(user.AccessToken));
        await using var other = await TestGrid.Start(_database.ConnectionString, _clock);
        using var answer = await other.Post("/auth/logout", null, user.AccessToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);

        await Task.Delay(TimeSpan.FromSeconds(2.1));

        Assert.Equal(HttpStatusCode.Unauthorized, await Status(user.AccessToken));
    }

    [Fact]
    public async Task ChangePassword_WhenRight_RevokesTokensAndTakesTheNewOneOnly()
    {
        var user = await _grid.SignIn();

        using var answer = await _grid.Post(
            "/auth/password",
            new { current_password = TestGrid.Password, new_password = "another-password" },
            user.AccessToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(user.AccessToken));
        using var old = await _grid.Post(
            "/auth/login", new { email = user.Email, password = TestGrid.Password });
        await ProblemAssert.Is(HttpStatusCode.Unauthorized, "invalid_credentials", old);
        var renewed = await _grid.Login(user.Email, "another-password");
        Assert.Equal(HttpStatusCode.OK, await Status(renewed.AccessToken));
    }

    [Fact]
    public async Task ChangePassword_WhenNewOneIsShort_NamesTheField()
    {
        var user = await _grid.SignIn();

        using var answer = await _grid.Post(
            "/auth/password",
            new { current_password = TestGrid.Password, new_password = "short" },
            user.AccessToken);

        var problem = await ProblemAssert.Is(
            HttpStatusCode.BadRequest, "validation_failed", answer);
        Assert.True(problem.GetProperty("errors").TryGetProperty("new_password", out _));
        Assert.Equal(HttpStatusCode.OK, await Status(user.AccessToken));
    }

    public async Task DisposeAsync()
    {
        await _grid.DisposeAsync();
        await _database.DisposeAsync();
    }

    private Task<HttpResponseMessage> Refresh(string token) =>
        _grid.Post("/auth/refresh", new { refresh_token = token });

    private async Task<HttpStatusCode> Status(string token)
    {
        using var answer = await _grid.Get("/test/closed", token);
        return answer.StatusCode;
    }
}
