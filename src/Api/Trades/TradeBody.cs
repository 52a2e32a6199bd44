using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Api.Trades;

/// <summary>A trade as its parties see it. Sums are decimal strings in whole units.</summary>
public sealed record TradeBody
{
    [JsonPropertyName("trade_id")]
    public required string TradeId { get; init; }

    [JsonPropertyName("offer_id")]
    public string? OfferId { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("dispute")]
    public required string Dispute { get; init; }

    [JsonPropertyName("seller_id")]
    public required string SellerId { get; init; }

    [JsonPropertyName("buyer_id")]
    public required string BuyerId { get; init; }

    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [JsonPropertyName("amount")]
    public required string Amount { get; init; }

    [JsonPropertyName("fiat")]
    public required string Fiat { get; init; }

    /// <summary>Fiat for one whole unit.</summary>
    [JsonPropertyName("price")]
    public required string Price { get; init; }

    /// <summary>Of the amount; the buyer gets the rest.</summary>
    [JsonPropertyName("fee")]
    public required string Fee { get; init; }

    /// <summary>When the next thing happens by itself; null while nothing does.</summary>
    [JsonPropertyName("deadline_at")]
    public string? DeadlineAt { get; init; }

    [JsonPropertyName("proof")]
    public string? Proof { get; init; }

    /// <summary>Whose wish to cancel waits for the other party.</summary>
    [JsonPropertyName("cancel_requested_by")]
    public required IReadOnlyList<string> CancelRequestedBy { get; init; }

    /// <summary>To whom a dispute was decided: <c>buyer</c> or <c>seller</c>.</summary>
    [JsonPropertyName("award")]
    public string? Award { get; init; }

    [JsonPropertyName("appealed")]
    public required bool Appealed { get; init; }

    [JsonPropertyName("evidence")]
    public required IReadOnlyList<EvidenceBody> Evidence { get; init; }

    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    [JsonPropertyName("events")]
    public required IReadOnlyList<EventBody> Events { get; init; }

    public static TradeBody Of(TradeState trade) => new()
    {
        TradeId = trade.Id.Value,
        OfferId = trade.Offer?.Value,
        Status = trade.StatusName,
        Dispute = TradeNames.Of(trade.Dispute),
        SellerId = trade.Seller.Value,
        BuyerId = trade.Buyer.Value,
        Currency = trade.Amount.Currency.Code,
        Amount = trade.Amount.ToString(),
        Fiat = trade.Fiat,
        Price = trade.Price,
        Fee = trade.Fee.ToString(),
        DeadlineAt = trade.Deadline is { } deadline ? WireTime.Format(deadline) : null,
        Proof = trade.Proof,
        CancelRequestedBy = [.. trade.WantCancel.Select(NameOf)],
        Award = trade.Award is { } award ? NameOf(award) : null,
        Appealed = trade.Appealed,
        Evidence =
        [
            .. trade.Evidence.Select(e => new EvidenceBody(WireTime.Format(e.At), e.By, e.Text)),
        ],
        CreatedAt = WireTime.Format(trade.CreatedAt),
        Events = [.. trade.Events.Select(EventBody.Of)],
    };

    public static string NameOf(TradeSide side) => side == TradeSide.Buyer ? "buyer" : "seller";
}
