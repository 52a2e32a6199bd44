using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Trades;

/// <summary>An offer, or what of one is to change: then only the named fields do.</summary>
public sealed record OfferRequest
{
    /// <summary><c>sell</c> or <c>buy</c>; can't change.</summary>
    [JsonPropertyName("side")]
    public string? Side { get; init; }

    /// <summary>Can't change.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>Can't change.</summary>
    [JsonPropertyName("fiat")]
    public string? Fiat { get; init; }

    /// <summary>Fiat for one whole unit.</summary>
    [JsonPropertyName("price")]
    public WireAmount Price { get; init; }

    /// <summary>The least that one trade takes, in the offer's currency.</summary>
    [JsonPropertyName("min")]
    public WireAmount Min { get; init; }

    /// <summary>The most that one trade takes, in the offer's currency.</summary>
    [JsonPropertyName("max")]
    public WireAmount Max { get; init; }

    /// <summary>All that the offer gives.</summary>
    [JsonPropertyName("amount")]
    public WireAmount Amount { get; init; }

    [JsonPropertyName("payment_methods")]
    public IReadOnlyList<string>? PaymentMethods { get; init; }

    /// <summary>The owner's own words; at most 2,000 characters.</summary>
    [JsonPropertyName("terms")]
    public string? Terms { get; init; }

    /// <summary><c>draft</c>, <c>live</c> (the default), <c>paused</c> or <c>closed</c>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }
}
