using System.Net;
using System.Text.Json;

namespace OrleansWallet.Api.Tests.Hosting;

public sealed class OperationsTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private readonly TestGrid _grid = fixture.Grid;

    [Fact]
    public async Task OpenApi_WhenNobodyIsSignedIn_DescribesTheCalls()
    {
        using var answer = await _grid.Get("/openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var paths = body.RootElement.GetProperty("paths");
        Assert.False(paths.GetProperty("/auth/login").GetProperty("post")
            .TryGetProperty("security", out _));
        Assert.True(paths.GetProperty("/auth/logout").GetProperty("post")
            .TryGetProperty("security", out _));
        Assert.True(body.RootElement.GetProperty("components").GetProperty("schemas")
            .GetProperty("TokenAnswer").GetProperty("properties")
            .TryGetProperty("access_token", out _));
    }

    [Theory]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/explorer.js", "text/javascript")]
    [InlineData("/docs/explorer.css", "text/css")]
    public async Task Docs_WhenNobodyIsSignedIn_AreServed(string path, string contentType)
    {
        using var answer = await _grid.Get(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("//cdn", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WhenStaging_SaysSo()
    {
        await using var staging = await TestGrid.Start(
            fixture.Database.ConnectionString, null, ("Grid:Staging", "true"));

        using var live = JsonDocument.Parse(await _grid.Http.GetStringAsync("/health"));
        using var other = JsonDocument.Parse(await staging.Http.GetStringAsync("/health"));

        Assert.Equal("ready", live.RootElement.GetProperty("status").GetString());
        Assert.False(live.RootElement.GetProperty("staging").GetBoolean());
        Assert.True(other.RootElement.GetProperty("staging").GetBoolean());
        Assert.NotEmpty(live.RootElement.GetProperty("version").GetString()!);
    }
}
