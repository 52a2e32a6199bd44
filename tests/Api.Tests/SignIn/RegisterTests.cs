using System.Net;
using System.Net.Http.Json;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Tests.SignIn;

public sealed class RegisterTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private readonly TestGrid _grid = fixture.Grid;

    [Fact]
    public async Task Register_WhenNew_AnswersAnOpaqueId()
    {
        using var answer = await Register("new@example.com");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<RegisterAnswer>();
        Assert.Matches("^usr_[a-z2-7]{20}$", body!.UserId);
        var signedIn = await _grid.Login("NEW@example.com");
        Assert.Equal(body.UserId, signedIn.UserId);
        Assert.Equal("user", signedIn.Role);
    }

    [Fact]
    public async Task Register_WhenAddressDiffersInCaseOnly_IsTaken()
    {
        using var first = await Register("Twice@example.com");
        using var second = await Register("tWICE@EXAMPLE.com");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await ProblemAssert.Is(HttpStatusCode.Conflict, "email_taken", second);
    }

    [Theory]
    [InlineData("", TestGrid.Password, "email")]
    [InlineData("nobody", TestGrid.Password, "email")]
    [InlineData("a@b@c", TestGrid.Password, "email")]
    [InlineData("a b@example.com", TestGrid.Password, "email")]
    [InlineData("@example.com", TestGrid.Password, "email")]
    [InlineData("good@example.com", "too short", "password")]
    [InlineData("good@example.com", null, "password")]
    public async Task Register_WhenAFieldIsWrong_NamesIt(
        string? email, string? password, string field)
    {
        using var answer = await _grid.Post("/auth/register", new { email, password });

        var problem = await ProblemAssert.Is(
            HttpStatusCode.BadRequest, "validation_failed", answer);
        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Theory]
    [InlineData(128, HttpStatusCode.Created)]
    [InlineData(129, HttpStatusCode.BadRequest)]
    public async Task Register_WhenPasswordIsLong_TakesUpTo128(int length, HttpStatusCode status)
    {
        using var answer = await _grid.Post("/auth/register", new
        {
            email = $"long{length}@example.com",
            password = new string('ů', length),
        });

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Register_WhenBodyHasUnknownFields_IgnoresThem()
    {
        using var answer = await _grid.Post("/auth/register", new
        {
            email = "more@example.com",
            password = TestGrid.Password,
            role = "admin",
            roles = new[] { "admin" },
        });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("user", (await _grid.Login("more@example.com")).Role);
    }

    private Task<HttpResponseMessage> Register(string email) =>
        _grid.Post("/auth/register", new { email, password = TestGrid.Password });
}
