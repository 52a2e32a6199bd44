using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Trades;

/// <summary>A new trade: on an offer, or, by a service, between two users.</summary>
public sealed record CreateTradeRequest
{
    [JsonPropertyName("offer_id")]
    public string? OfferId { get; init; }

    /// <summary>What the seller locks, in whole units; a decimal string or a number.</summary>
    [JsonPropertyName("amount")]
    public WireAmount Amount { get; init; }

    /// <summary>Services only.</summary>
    [JsonPropertyName("seller_id")]
    public string? SellerId { get; init; }

    /// <summary>Services only.</summary>
    [JsonPropertyName("buyer_id")]
    public string? BuyerId { get; init; }

    /// <summary>Services only.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>Services only.</summary>
    [JsonPropertyName("fiat")]
    public string? Fiat { get; init; }

    /// <summary>Services only: fiat for one whole unit.</summary>
    [JsonPropertyName("price")]
    public WireAmount Price { get; init; }
}

/// <summary>What a party or an admin does with a trade; each call takes the fields it names.</summary>
public sealed record TradeRequest
{
    [JsonPropertyName("trade_id")]
    public string? TradeId { get; init; }

    /// <summary>Mark-paid: what shows the payment.</summary>
    [JsonPropertyName("proof")]
    public string? Proof { get; init; }

    /// <summary>Cancel, dispute, appeal: why.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>Evidence and messages.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>Decide and settle: <c>buyer</c> or <c>seller</c>.</summary>
    [JsonPropertyName("award")]
    public string? Award { get; init; }

    /// <summary>Decide: why.</summary>
    [JsonPropertyName("note")]
    public string? Note { get; init; }
}
