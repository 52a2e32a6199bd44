using System.Net;

namespace OrleansWallet.Api.Tests.Hosting;

public sealed class ProblemTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private readonly TestGrid _grid = fixture.Grid;

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"email\":1}")]
    [InlineData("{\"email\":\"a@b.c\",}")]
    [InlineData("{/* a */\"email\":\"a@b.c\"}")]
    [InlineData("{\"email\":\"a@b.c\",\"email\":\"d@e.f\"}")]
    public async Task Body_WhenBroken_IsMalformed(string body)
    {
        using var answer = await _grid.PostText("/auth/login", body);

        await ProblemAssert.Is(HttpStatusCode.BadRequest, "malformed_body", answer);
    }

    [Fact]
    public async Task Body_WhenTooDeep_IsMalformed()
    {
        var body = new string('[', 33) + new string(']', 33);

        using var answer = await _grid.PostText("/test/body", body);

        await ProblemAssert.Is(HttpStatusCode.BadRequest, "malformed_body", answer);
    }

    [Fact]
    public async Task Body_WhenNamesDifferInCase_DoesNotMatch()
    {
        using var answer = await _grid.PostText(
            "/auth/login", """{"Email":"a@b.c","Password":"not-the-password"}""");

        await ProblemAssert.Is(HttpStatusCode.BadRequest, "validation_failed", answer);
    }

    [Fact]
    public async Task Body_WhenNotJson_IsUnsupported()
    {
        using var answer = await _grid.PostText("/auth/login", "email=a", "text/plain");

        await ProblemAssert.Is(
            HttpStatusCode.UnsupportedMediaType, "unsupported_media_type", answer);
    }

    [Fact]
    public async Task Body_WhenTooLarge_IsRefused()
    {
        await using var small = await TestGrid.Start(
            fixture.Database.ConnectionString, null, ("Limits:BodyBytesMax", "2000"));
        var email = new string('a', 3_000);

        using var answer = await small.PostText("/auth/login", $$"""{"email":"{{email}}"}""");

        await ProblemAssert.Is(
            HttpStatusCode.RequestEntityTooLarge, "body_too_large", answer);
    }

    [Fact]
    public async Task Route_WhenUnknown_Is404WithoutAToken()
    {
        using var answer = await _grid.Get("/nothing/here");

        await ProblemAssert.Is(HttpStatusCode.NotFound, "not_found", answer);
    }

    [Fact]
    public async Task Route_WhenMethodIsAnother_Is405WithAllow()
    {
        using var answer = await _grid.Get("/auth/login");

        await ProblemAssert.Is(HttpStatusCode.MethodNotAllowed, "method_not_allowed", answer);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task Endpoint_WhenItThrows_TellsNothingOfIt()
    {
        using var answer = await _grid.Get("/test/fails");

        await ProblemAssert.Is(HttpStatusCode.InternalServerError, "internal_error", answer);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", text, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Answer_Always_CarriesSecurityHeaders()
    {
        using var answer = await _grid.Get("/alive");

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains(
            "frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }
}
