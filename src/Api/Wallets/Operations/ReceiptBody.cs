using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>What a command did. Sums are null where none moved (freeze, unfreeze, close).</summary>
public sealed record ReceiptBody
{
    [JsonPropertyName("transaction_id")]
    public required string TransactionId { get; init; }

    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    public string? Currency { get; init; }

    /// <summary><c>spot</c> or <c>savings</c>.</summary>
    public string? Account { get; init; }

    /// <summary>Decimal string in whole units; the sum of all postings of a transfer.</summary>
    public string? Amount { get; init; }

    public required string Direction { get; init; }

    [JsonPropertyName("transaction_type")]
    public required string TransactionType { get; init; }

    [JsonPropertyName("reference_id")]
    public required string ReferenceId { get; init; }

    /// <summary>The available balance that it left.</summary>
    [JsonPropertyName("balance_after")]
    public string? BalanceAfter { get; init; }

    [JsonPropertyName("available_balance")]
    public string? AvailableBalance { get; init; }

    [JsonPropertyName("locked_balance")]
    public string? LockedBalance { get; init; }

    [JsonPropertyName("total_balance")]
    public string? TotalBalance { get; init; }

    /// <summary><c>completed</c>, <c>in_progress</c> or <c>returned</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The wallet's version after it.</summary>
    public required long Version { get; init; }

    /// <summary>RFC 3339 UTC.</summary>
    public required string Timestamp { get; init; }
}
