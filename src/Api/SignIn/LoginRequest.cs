using System.Text.Json.Serialization;

namespace OrleansWallet.Api.SignIn;

/// <summary>Who registers or signs in. Not a record: it is never printed.</summary>
public sealed class LoginRequest
{
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>10 to 128 characters.</summary>
    [JsonPropertyName("password")]
    public string? Password { get; init; }
}
