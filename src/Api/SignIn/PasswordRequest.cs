using System.Text.Json.Serialization;

namespace OrleansWallet.Api.SignIn;

/// <summary>Changes the caller's password. Not a record: it is never printed.</summary>
public sealed class PasswordRequest
{
    [JsonPropertyName("current_password")]
    public string? CurrentPassword { get; init; }

    /// <summary>10 to 128 characters.</summary>
    [JsonPropertyName("new_password")]
    public string? NewPassword { get; init; }
}
