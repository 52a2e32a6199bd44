using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Engines.Orleans.Tests.Dashboard;

public sealed class DashboardTests(DashboardGrid grid) : IClassFixture<DashboardGrid>
{
    private const string Page = "/orleans/";
    private const string Counters = "/orleans/DashboardCounters";

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Caller.UserRole, HttpStatusCode.Forbidden)]
    [InlineData(Caller.ServiceRole, HttpStatusCode.Forbidden)]
    public async Task Route_WhenNoAdminCalls_IsClosed(string? role, HttpStatusCode status)
    {
        var routes = Routes();
        var token = role is null ? null : await grid.SignIn(role);
        Assert.Contains(Page, routes);
        Assert.Contains(Counters, routes);

        foreach (var route in routes)
        {
            using var answer = await grid.Get(route, token);
            Assert.True(status == answer.StatusCode, $"{route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public void Route_WhenItIsMapped_IsForAdminsAlone() =>
        Assert.All(Endpoints(), endpoint =>
        {
            Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
            Assert.Equal(
                [Policies.Admin],
                endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy));
        });

    [Theory]
    [InlineData(Page, "text/html")]
    [InlineData("/orleans/index.min.js", "text/javascript")]
    [InlineData(Counters, "application/json")]
    [InlineData("/orleans/ClusterStats", "application/json")]
    public async Task Route_WhenAnAdminCalls_Answers(string path, string type)
    {
        using var answer = await grid.Get(path, await grid.SignIn(Caller.AdminRole));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/orleans")]
    [InlineData(Page)]
    public async Task TokenInThePagesUrl_WhenItIsAnAdmins_MovesIntoACookie(string path)
    {
        var token = await grid.SignIn(Caller.AdminRole);

        using var moved = await grid.Get($"{path}?access_token={token}");

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal(Page, moved.Headers.Location?.OriginalString);
        Assert.True(moved.Headers.CacheControl?.NoStore);
        var cookie = Assert.Single(moved.Headers.GetValues("Set-Cookie")).Split("; ");
        Assert.Equal(["path=/orleans", "samesite=strict", "httponly"], cookie[1..]);
        using var page = await grid.Get(Page, cookie: cookie[0]);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var counters = await grid.Get(Counters, cookie: cookie[0]);
        Assert.Equal(HttpStatusCode.OK, counters.StatusCode);
    }

    [Theory]
    [InlineData(Caller.UserRole, HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task TokenInThePagesUrl_WhenItIsNoAdmins_IsNotKept(
        string? role, HttpStatusCode status)
    {
        var token = role is null ? "nonsense" : await grid.SignIn(role);

        using var answer = await grid.Get($"{Page}?access_token={token}");

        Assert.Equal(status, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task TokenInThePagesUrl_WhenAHeaderCameWithIt_IsNotKept()
    {
        using var answer = await grid.Get(
            $"{Page}?access_token=nonsense", await grid.SignIn(Caller.AdminRole));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Token_WhenItIsInAnotherUrlOrCookie_IsNotTaken()
    {
        var token = await grid.SignIn(Caller.AdminRole);

        using var query = await grid.Get($"{Counters}?access_token={token}");
        using var elsewhere = await grid.Get(
            "/api/deposits/parked", cookie: $"access_token={token}");
        using var likeIt = await grid.Get($"/orleansx?access_token={token}");

        Assert.Equal(HttpStatusCode.Unauthorized, query.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, likeIt.StatusCode);
    }

    [Fact]
    public async Task ContentSecurityPolicy_WhenItIsNotTheDashboards_StaysAsItIs()
    {
        using var dashboard = await grid.Get(Page, await grid.SignIn(Caller.AdminRole));
        using var other = await grid.Get("/docs");

        var policy = Assert.Single(dashboard.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "unsafe", Assert.Single(other.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_WhenAnAdminCalls_IsClosedAllTheSame()
    {
        using var answer = await grid.Get(
            "/orleans/Trace", await grid.SignIn(Caller.AdminRole));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private List<string> Routes() =>
        [.. Endpoints().Select(e => Regex.Replace(e.RoutePattern.RawText!, "{[^}]+}", "1"))];

    private IEnumerable<RouteEndpoint> Endpoints() =>
        grid.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/orleans", StringComparison.Ordinal));
}
