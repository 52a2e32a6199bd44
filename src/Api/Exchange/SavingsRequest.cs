using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Exchange;

/// <summary>Money between one's own accounts.</summary>
public sealed record SavingsRequest
{
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>Whole units; a string or a number.</summary>
    [JsonPropertyName("amount")]
    public WireAmount Amount { get; init; }

    /// <summary><c>to_savings</c> or <c>from_savings</c>.</summary>
    [JsonPropertyName("direction")]
    public string? Direction { get; init; }
}
