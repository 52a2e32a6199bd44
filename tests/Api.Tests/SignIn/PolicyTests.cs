using System.Net;

namespace OrleansWallet.Api.Tests.SignIn;

public sealed class PolicyTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private readonly TestGrid _grid = fixture.Grid;

    [Theory]
    [InlineData("user", "/test/closed", HttpStatusCode.OK)]
    [InlineData("user", "/test/service", HttpStatusCode.Forbidden)]
    [InlineData("user", "/test/admin", HttpStatusCode.Forbidden)]
    [InlineData("user", "/test/either", HttpStatusCode.Forbidden)]
    [InlineData("admin", "/test/closed", HttpStatusCode.OK)]
    [InlineData("admin", "/test/service", HttpStatusCode.Forbidden)]
    [InlineData("admin", "/test/admin", HttpStatusCode.OK)]
    [InlineData("admin", "/test/either", HttpStatusCode.OK)]
    [InlineData("service", "/test/closed", HttpStatusCode.OK)]
    [InlineData("service", "/test/service", HttpStatusCode.OK)]
    [InlineData("service", "/test/admin", HttpStatusCode.Forbidden)]
    [InlineData("service", "/test/either", HttpStatusCode.OK)]
    public async Task Endpoint_WhenRoleIs_OpensOrNot(
        string role, string path, HttpStatusCode status)
    {
        var user = await _grid.SignIn(role);

        using var answer = await _grid.Get(path, user.AccessToken);

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Forbidden)
        {
            await ProblemAssert.Is(status, "forbidden", answer);
        }
    }

    [Theory]
    [InlineData("/test/closed")]
    [InlineData("/test/service")]
    [InlineData("/test/admin")]
    public async Task Endpoint_WhenNobodyIsSignedIn_IsClosed(string path)
    {
        using var answer = await _grid.Get(path);

        await ProblemAssert.Is(HttpStatusCode.Unauthorized, "unauthorized", answer);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory]
    [InlineData("/balance/test", HttpStatusCode.OK)]
    [InlineData("/test/closed", HttpStatusCode.Unauthorized)]
    public async Task TokenInQuery_WhenPathIs_IsTakenOnTheHubOnly(
        string path, HttpStatusCode status)
    {
        var user = await _grid.SignIn();

        using var answer = await _grid.Get(
            $"{path}?access_token={Uri.EscapeDataString(user.AccessToken)}");

        Assert.Equal(status, answer.StatusCode);
    }
}
