using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Trades;

/// <summary>A page of trades, newest first.</summary>
public sealed record TradesBody(
    [property: JsonPropertyName("trades")] IReadOnlyList<TradeBody> Trades,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);

/// <summary>A page of offers, newest first.</summary>
public sealed record OffersBody(
    [property: JsonPropertyName("offers")] IReadOnlyList<OfferBody> Offers,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);

/// <summary>What a party wrote.</summary>
public sealed record MessageBody(
    [property: JsonPropertyName("message_id")] string MessageId,
    [property: JsonPropertyName("trade_id")] string TradeId,
    [property: JsonPropertyName("sender_id")] string SenderId,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("sent_at")] string SentAt);

/// <summary>A page of messages, oldest first.</summary>
public sealed record MessagesBody(
    [property: JsonPropertyName("messages")] IReadOnlyList<MessageBody> Messages,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);
