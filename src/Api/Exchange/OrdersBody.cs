using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Exchange;

/// <summary>A page of quotes and orders, newest first.</summary>
public sealed record OrdersBody(
    [property: JsonPropertyName("orders")] IReadOnlyList<OrderBody> Orders,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);
