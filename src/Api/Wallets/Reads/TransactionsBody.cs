using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>A page of a wallet's history.</summary>
/// <param name="Transactions">Newest first, or oldest first after a version.</param>
/// <param name="NextCursor">Gives the next page; null at the end.</param>
public sealed record TransactionsBody(
    IReadOnlyList<TransactionBody> Transactions,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);
