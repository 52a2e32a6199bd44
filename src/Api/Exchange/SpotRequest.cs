using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Exchange;

/// <summary>A spot order; it is executed at once or not at all.</summary>
public sealed record SpotRequest
{
    /// <summary>The currency traded and the one it is priced in: <c>BTC/USDT</c>.</summary>
    [JsonPropertyName("pair")]
    public string? Pair { get; init; }

    /// <summary><c>buy</c> or <c>sell</c>.</summary>
    [JsonPropertyName("side")]
    public string? Side { get; init; }

    /// <summary>Whole units of the pair's first currency; a string or a number.</summary>
    [JsonPropertyName("amount")]
    public WireAmount Amount { get; init; }

    /// <summary>The highest price at which to buy, the lowest at which to sell.</summary>
    [JsonPropertyName("limit_price")]
    public WireAmount LimitPrice { get; init; }
}
