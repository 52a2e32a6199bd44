using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Referrals;

/// <summary>A share of a fee that a referred user paid.</summary>
/// <param name="TransactionId">Of the wallet's history.</param>
/// <param name="Currency">The fee's.</param>
/// <param name="Amount">A decimal string in whole units.</param>
/// <param name="ReferenceId">What the fee was for.</param>
/// <param name="Metadata">A JSON object: the fee, and who paid it.</param>
/// <param name="Timestamp">RFC 3339 UTC.</param>
public sealed record CommissionBody(
    [property: JsonPropertyName("transaction_id")] string TransactionId,
    [property: JsonPropertyName("currency")] string Currency,
    [property: JsonPropertyName("amount")] string Amount,
    [property: JsonPropertyName("reference_id")] string ReferenceId,
    [property: JsonPropertyName("metadata")] RawJson? Metadata,
    [property: JsonPropertyName("timestamp")] string Timestamp);
