using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Tests.SignIn;

public sealed class UserDirectoryTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    private readonly TestGrid _grid = fixture.Grid;

    private IUserDirectory Users => _grid.Services.GetRequiredService<IUserDirectory>();

    [Fact]
    public async Task Find_WhenRegistered_AnswersTheDefaults()
    {
        var user = await _grid.SignIn();

        var profile = await Users.Find(user.UserId, CancellationToken.None);

        Assert.Equal(user.UserId, profile!.UserId);
        Assert.Equal("USD", profile.DisplayCurrency);
        Assert.Null(profile.Network);
        Assert.Null(profile.Data);
    }

    [Fact]
    public async Task Find_WhenUnknown_AnswersNull() =>
        Assert.Null(await Users.Find("usr_nobody", CancellationToken.None));

    [Fact]
    public async Task Update_WhenSomeAreNull_ChangesTheOthersAtOnceAndElsewhereSoon()
    {
        var user = await _grid.SignIn();
        await using var other = await TestGrid.Start(fixture.Database.ConnectionString);
        var elsewhere = other.Services.GetRequiredService<IUserDirectory>();
        await elsewhere.Find(user.UserId, CancellationToken.None);

        await Users.Update(user.UserId, "BTC", null, """{"a":1}""", CancellationToken.None);
        await Users.Update(user.UserId, null, "sol", null, CancellationToken.None);

        var profile = await Users.Find(user.UserId, CancellationToken.None);
        Assert.Equal(("BTC", "sol", """{"a":1}"""),
            (profile!.DisplayCurrency, profile.Network, profile.Data));
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        Assert.Equal(profile, await elsewhere.Find(user.UserId, CancellationToken.None));
        using var stillSignedIn = await _grid.Get("/test/closed", user.AccessToken);
        Assert.True(stillSignedIn.IsSuccessStatusCode);
    }
}
