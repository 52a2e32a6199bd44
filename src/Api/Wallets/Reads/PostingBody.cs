using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>One leg of a transfer, as its source sees it.</summary>
public sealed record PostingBody
{
    [JsonPropertyName("to_user")]
    public required string ToUser { get; init; }

    public required string Currency { get; init; }

    public required string Amount { get; init; }

    /// <summary><c>completed</c>, <c>in_progress</c> or <c>returned</c>.</summary>
    public required string Status { get; init; }
}
