using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Api.Trades;

/// <summary>An offer. Sums are decimal strings in whole units of its currency.</summary>
public sealed record OfferBody
{
    [JsonPropertyName("offer_id")]
    public required string OfferId { get; init; }

    [JsonPropertyName("owner_id")]
    public required string OwnerId { get; init; }

    /// <summary><c>sell</c> or <c>buy</c>: what the owner does.</summary>
    [JsonPropertyName("side")]
    public required string Side { get; init; }

    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [JsonPropertyName("fiat")]
    public required string Fiat { get; init; }

    [JsonPropertyName("price")]
    public required string Price { get; init; }

    [JsonPropertyName("min")]
    public required string Min { get; init; }

    [JsonPropertyName("max")]
    public required string Max { get; init; }

    [JsonPropertyName("amount")]
    public required string Amount { get; init; }

    /// <summary>What of the amount no trade has taken.</summary>
    [JsonPropertyName("remaining")]
    public required string Remaining { get; init; }

    [JsonPropertyName("payment_methods")]
    public required IReadOnlyList<string> PaymentMethods { get; init; }

    [JsonPropertyName("terms")]
    public string? Terms { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    public static OfferBody Of(OfferState offer) => new()
    {
        OfferId = offer.Id.Value,
        OwnerId = offer.Owner.Value,
        Side = offer.Side == TradeSide.Seller ? "sell" : "buy",
        Currency = offer.Currency,
        Fiat = offer.Fiat,
        Price = offer.Terms.Price,
        Min = offer.Terms.Min.ToString(),
        Max = offer.Terms.Max.ToString(),
        Amount = offer.Terms.Amount.ToString(),
        Remaining = offer.Remaining.ToString(),
        PaymentMethods = offer.Terms.PaymentMethods,
        Terms = offer.Terms.Text,
        Status = offer.StatusName,
        CreatedAt = WireTime.Format(offer.CreatedAt),
    };
}
