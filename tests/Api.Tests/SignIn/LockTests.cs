using System.Net;

namespace OrleansWallet.Api.Tests.SignIn;

public sealed class LockTests : IAsyncLifetime
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
    public async Task Login_AfterFiveWrongPasswords_IsLockedForAWhile()
    {
        var user = await _grid.SignIn();
        await GuessWrong(user.Email, 5);

        using var locked = await TryLogin(user.Email, TestGrid.Password);
        await ProblemAssert.Is(HttpStatusCode.TooManyRequests, "account_locked", locked);
        Assert.InRange(locked.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 14, 15);

        _clock.Shift = TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1);
        using var unlocked = await TryLogin(user.Email, TestGrid.Password);
        Assert.Equal(HttpStatusCode.OK, unlocked.StatusCode);
    }

    [Fact]
    public async Task Login_WhenAddressIsUnknown_IsLockedAllTheSame()
    {
        await GuessWrong("nobody@example.com", 5);

        using var locked = await TryLogin("nobody@example.com", TestGrid.Password);

        await ProblemAssert.Is(HttpStatusCode.TooManyRequests, "account_locked", locked);
    }

    [Fact]
    public async Task Login_WhenRightAfterFourWrong_StartsTheCountAnew()
    {
        var user = await _grid.SignIn();
        await GuessWrong(user.Email, 4);
        await _grid.Login(user.Email);
        await GuessWrong(user.Email, 4);

        await _grid.Login(user.Email);
    }

    [Fact]
    public async Task Login_WhenManyGuessAtOnce_LooksAtFiveOnly()
    {
        var user = await _grid.SignIn();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => TryLogin(user.Email, "not-the-password")));

        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Equal(15, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task ChangePassword_WhenGuessing_LocksToo()
    {
        var user = await _grid.SignIn();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await ChangePassword(user);
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var locked = await ChangePassword(user);
        await ProblemAssert.Is(HttpStatusCode.TooManyRequests, "account_locked", locked);
    }

    public async Task DisposeAsync()
    {
        await _grid.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task GuessWrong(string email, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await TryLogin(email, "not-the-password");
            await ProblemAssert.Is(HttpStatusCode.Unauthorized, "invalid_credentials", answer);
        }
    }

    private Task<HttpResponseMessage> TryLogin(string email, string password) =>
        _grid.Post("/auth/login", new { email, password });

    private Task<HttpResponseMessage> ChangePassword(SignedIn user) =>
        _grid.Post(
            "/auth/password",
            new { current_password = "not-the-password", new_password = "another-password" },
            user.AccessToken);
}
