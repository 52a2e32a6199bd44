using System.Text.Json.Serialization;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>What became of a transfer.</summary>
public sealed record UserTransferBody
{
    /// <summary>False when the money came back.</summary>
    public required bool Success { get; init; }

    [JsonPropertyName("transaction_id")]
    public required string TransactionId { get; init; }

    /// <summary><c>completed</c>, <c>in_progress</c> or <c>returned</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The available balance that it left, a decimal string.</summary>
    [JsonPropertyName("balance_after")]
    public required string BalanceAfter { get; init; }
}
