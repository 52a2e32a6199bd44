using System.Text.Json;

namespace OrleansWallet.Api.Tests;

/// <summary>The answer to a sign-in.</summary>
public sealed record SignedIn(
    string Email, string UserId, string AccessToken, string RefreshToken, string Role)
{
    public static async Task<SignedIn> Read(string email, HttpResponseMessage answer)
    {
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var root = body.RootElement;
        Assert.Equal("Bearer", root.GetProperty("token_type").GetString());
        return new SignedIn(
            email,
            root.GetProperty("user_id").GetString()!,
            root.GetProperty("access_token").GetString()!,
            root.GetProperty("refresh_token").GetString()!,
            root.GetProperty("roles")[0].GetString()!);
    }
}
