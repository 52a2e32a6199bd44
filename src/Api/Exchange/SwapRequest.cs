using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Exchange;

/// <summary>A swap to quote or to execute.</summary>
public sealed record SwapRequest
{
    [JsonPropertyName("from_currency")]
    public string? FromCurrency { get; init; }

    [JsonPropertyName("to_currency")]
    public string? ToCurrency { get; init; }

    /// <summary>What is paid, in whole units of <c>from_currency</c>; a string or a number.</summary>
    [JsonPropertyName("amount")]
    public WireAmount Amount { get; init; }

    /// <summary>
    /// Execute only: the quote, whose rate counts; the other fields may then be missing. Without
    /// it, the price of now.
    /// </summary>
    [JsonPropertyName("quote_id")]
    public string? QuoteId { get; init; }
}
