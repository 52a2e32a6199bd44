using System.Text.Json.Serialization;
using OrleansWallet.Api.Wallets.Batches;
using OrleansWallet.Api.Wallets.Operations;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>What became of a key: a receipt, or why it was refused.</summary>
public sealed record OperationBody
{
    /// <summary>The key with its origin's prefix.</summary>
    public required string Key { get; init; }

    /// <summary><c>completed</c>, <c>in_progress</c>, <c>returned</c> or <c>refused</c>.</summary>
    public required string Status { get; init; }

    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    public ReceiptBody? Receipt { get; init; }

    public BatchError? Error { get; init; }
}
