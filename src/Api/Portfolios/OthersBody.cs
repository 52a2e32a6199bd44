using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Portfolios;

/// <summary>The currencies that are not among the top ones, together.</summary>
public sealed record OthersBody(
    [property: JsonPropertyName("value")] string Value,
    [property: JsonPropertyName("percentage")] string Percentage,
    [property: JsonPropertyName("count")] int Count);
