using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>How the user wants to see the wallet; what is missing stays as it is.</summary>
public sealed record SettingsRequest
{
    /// <summary>A currency code.</summary>
    [JsonPropertyName("display_currency")]
    public string? DisplayCurrency { get; init; }

    /// <summary>At most 64 characters.</summary>
    public string? Network { get; init; }

    /// <summary>A JSON object of at most 4096 bytes.</summary>
    public JsonElement? Data { get; init; }
}
