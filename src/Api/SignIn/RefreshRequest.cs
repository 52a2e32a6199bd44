using System.Text.Json.Serialization;

namespace OrleansWallet.Api.SignIn;

/// <summary>Asks for new tokens. Not a record: it is never printed.</summary>
public sealed class RefreshRequest
{
    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }
}
