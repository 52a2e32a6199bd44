using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Withdrawals;

/// <summary>Money of the signed-in user to an address.</summary>
public sealed record WithdrawalRequest
{
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>What arrives, in whole units; a decimal string or a number. The fee comes on top.
    /// </summary>
    [JsonPropertyName("amount")]
    public WireAmount Amount { get; init; }

    [JsonPropertyName("address")]
    public string? Address { get; init; }

    /// <summary>The address book's, else the currency's usual one when missing.</summary>
    [JsonPropertyName("network")]
    public string? Network { get; init; }
}

/// <summary>An admin's decision.</summary>
public sealed record WithdrawalDecisionRequest
{
    [JsonPropertyName("withdrawal_id")]
    public string? WithdrawalId { get; init; }

    /// <summary>At most 500 characters.</summary>
    [JsonPropertyName("note")]
    public string? Note { get; init; }
}
