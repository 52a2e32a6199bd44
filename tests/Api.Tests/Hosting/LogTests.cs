using Microsoft.Extensions.Logging;

namespace OrleansWallet.Api.Tests.Hosting;

public sealed class LogTests(GridFixture fixture) : IClassFixture<GridFixture>
{
    [Theory]
    [InlineData("Logging:LogLevel:Default", nameof(LogLevel.Information))]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore", nameof(LogLevel.Trace))]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace")]
    public async Task Log_WhateverItsLevel_HoldsNoTokenNoPasswordAndNoAddress(
        string setting, string level)
    {
        await using var grid = await TestGrid.Start(
            fixture.Database.ConnectionString, null, (setting, level));
        const string Email = "somebody@example.com";
        const string Password = "a-password-to-find";
        using var registered = await grid.Post(
            "/auth/register", new { email = Email, password = Password });
        var user = await grid.SignIn();
        using var wrong = await grid.Post(
            "/auth/login", new { email = Email, password = "a-wrong-password" });
        using var hub = await grid.Get($"/balance/test?access_token={user.AccessToken}");
        using var missing = await grid.Get($"/nothing?access_token={user.AccessToken}");

        var log = grid.Log;

        Assert.Contains("[3000] User usr_", log, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody@", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("-password", log, StringComparison.Ordinal);
        Assert.DoesNotContain(user.AccessToken, log, StringComparison.Ordinal);
        Assert.DoesNotContain("access_token=", log, StringComparison.Ordinal);
    }
}
