using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Deposits;

/// <summary>Asks for an address to pay to.</summary>
public sealed record CreateDepositRequest
{
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>What is to be paid, in whole units; a decimal string or a number. Any sum when
    /// missing.</summary>
    [JsonPropertyName("amount")]
    public WireAmount Amount { get; init; }
}

/// <summary>An admin's decision on a parked payment: whose it is, or that it is nobody's.</summary>
public sealed record ResolveDepositRequest
{
    [JsonPropertyName("user_id")]
    public string? UserId { get; init; }

    [JsonPropertyName("reject")]
    public bool Reject { get; init; }

    /// <summary>At most 500 characters; required to reject.</summary>
    [JsonPropertyName("note")]
    public string? Note { get; init; }
}
