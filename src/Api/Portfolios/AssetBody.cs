using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Portfolios;

/// <summary>One currency of a portfolio; price, value and percentage are null without a price.</summary>
public sealed record AssetBody(
    [property: JsonPropertyName("currency")] string Currency,
    [property: JsonPropertyName("balance")] string Balance,
    [property: JsonPropertyName("price")] string? Price,
    [property: JsonPropertyName("value")] string? Value,
    [property: JsonPropertyName("percentage")] string? Percentage);
