using System.Net;
using System.Text.Json;

namespace OrleansWallet.Api.Tests.SignIn;

public sealed class LoginTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private readonly TestGrid _grid = fixture.Grid;

    [Fact]
    public async Task Login_WhenRight_AnswersTheContractsFields()
    {
        var user = await _grid.SignIn();

        using var answer = await _grid.Post(
            "/auth/login", new { email = user.Email, password = TestGrid.Password });

        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            ["access_token", "expires_in", "refresh_token", "roles", "token_type", "user_id"],
            body.RootElement.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(3_600, body.RootElement.GetProperty("expires_in").GetInt32());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Login_WhenWrong_AnswersTheSameForKnownAndUnknownAddresses()
    {
        var user = await _grid.SignIn();

        using var known = await Guess(user.Email);
        using var unknown = await Guess("nobody@example.com");

        var first = await ProblemAssert.Is(
            HttpStatusCode.Unauthorized, "invalid_credentials", known);
        var second = await ProblemAssert.Is(
            HttpStatusCode.Unauthorized, "invalid_credentials", unknown);
        Assert.Equal(
            first.GetProperty("title").GetString(), second.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Login_WhenFieldsAreMissing_NamesEach()
    {
        using var answer = await _grid.PostText("/auth/login", "{}");

        var problem = await ProblemAssert.Is(
            HttpStatusCode.BadRequest, "validation_failed", answer);
        Assert.Equal(
            ["email", "password"],
            problem.GetProperty("errors").EnumerateObject().Select(p => p.Name).Order());
    }

    [Fact]
    public async Task Login_WhenPasswordWasHashedWithFewerRounds_HashesItAnew()
    {
        var user = await _grid.SignIn();
        await using var stricter = await TestGrid.Start(
            fixture.Database.ConnectionString, null, ("SignIn:PasswordIterations", "20000"));

        var first = await stricter.Login(user.Email);
        await stricter.Login(user.Email);

        using var stillSignedIn = await _grid.Get("/test/closed", first.AccessToken);
        Assert.Equal(HttpStatusCode.OK, stillSignedIn.StatusCode);
    }

    private Task<HttpResponseMessage> Guess(string email) =>
        _grid.Post("/auth/login", new { email, password = "not-the-password" });
}
