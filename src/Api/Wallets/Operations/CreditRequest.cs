using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>Money into a wallet (credit) or out of it (debit), against the world outside.</summary>
public sealed record CreditRequest
{
    /// <summary>A currency code, e.g. <c>BTC</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>Whole units, above zero; a decimal string or a number.</summary>
    public WireAmount Amount { get; init; }

    [JsonPropertyName("transaction_type")]
    public string? TransactionType { get; init; }

    [JsonPropertyName("reference_id")]
    public string? ReferenceId { get; init; }

    /// <summary><c>spot</c> (the default) or <c>savings</c>.</summary>
    public string? Account { get; init; }

    /// <summary>The other side, <c>world:…</c>.</summary>
    public string? Counterparty { get; init; }

    /// <summary>At most 500 characters.</summary>
    public string? Note { get; init; }

    /// <summary>An object of at most 4096 bytes.</summary>
    public JsonElement? Metadata { get; init; }
}
