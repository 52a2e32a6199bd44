using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Domain.Exchange;

namespace OrleansWallet.Api.Exchange;

/// <summary>A quote or an order. Sums are decimal strings in whole units.</summary>
public sealed record OrderBody
{
    [JsonPropertyName("order_id")]
    public required string OrderId { get; init; }

    /// <summary>The order's id, when it began as a quote; what executing it takes.</summary>
    [JsonPropertyName("quote_id")]
    public string? QuoteId { get; init; }

    /// <summary><c>swap</c>, <c>spot</c> or <c>express_buy</c>.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary><c>quoted</c>, <c>completed</c>, <c>refused</c>, <c>expired</c> or under way.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    /// <summary>Spot orders only.</summary>
    [JsonPropertyName("pair")]
    public string? Pair { get; init; }

    /// <summary>Spot orders only: <c>buy</c> or <c>sell</c>.</summary>
    [JsonPropertyName("side")]
    public string? Side { get; init; }

    [JsonPropertyName("from_currency")]
    public required string FromCurrency { get; init; }

    [JsonPropertyName("to_currency")]
    public required string ToCurrency { get; init; }

    /// <summary>What is paid, the fee included.</summary>
    [JsonPropertyName("from_amount")]
    public required string FromAmount { get; init; }

    [JsonPropertyName("to_amount")]
    public required string ToAmount { get; init; }

    /// <summary>
    /// Units got for one unit paid without the fee; of spot orders, the price of the pair.
    /// </summary>
    [JsonPropertyName("rate")]
    public required string Rate { get; init; }

    [JsonPropertyName("fee")]
    public required string Fee { get; init; }

    [JsonPropertyName("fee_currency")]
    public required string FeeCurrency { get; init; }

    /// <summary>Until when a quote can be executed; null for an order without one.</summary>
    [JsonPropertyName("expires_at")]
    public string? ExpiresAt { get; init; }

    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    [JsonPropertyName("events")]
    public required IReadOnlyList<EventBody> Events { get; init; }

    public static OrderBody Of(OrderState order) => new()
    {
        OrderId = order.Id.Value,
        QuoteId = order.ExpiresAt is null ? null : order.Id.Value,
        Type = OrderNames.Of(order.Type),
        Status = order.StatusName,
        UserId = order.User.Value,
        Pair = order.Pair,
        Side = order.Side switch
        {
            OrderSide.Buy => "buy",
            OrderSide.Sell => "sell",
            _ => null,
        },
        FromCurrency = order.From.Currency.Code,
        ToCurrency = order.To.Currency.Code,
        FromAmount = order.From.ToString(),
        ToAmount = order.To.ToString(),
        Rate = order.Rate,
        Fee = order.Fee.ToString(),
        FeeCurrency = order.Fee.Currency.Code,
        ExpiresAt = order.ExpiresAt is { } at ? WireTime.Format(at) : null,
        CreatedAt = WireTime.Format(order.CreatedAt),
        Events = [.. order.Events.Select(EventBody.Of)],
    };
}
