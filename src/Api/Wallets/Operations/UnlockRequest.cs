using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>Gives the money of a hold back to its wallet.</summary>
public sealed record UnlockRequest
{
    public string? Currency { get; init; }

    /// <summary>The whole hold when missing; a part needs an <c>Idempotency-Key</c>.</summary>
    public WireAmount Amount { get; init; }

    [JsonPropertyName("unlock_type")]
    public string? UnlockType { get; init; }

    /// <summary>The hold's name.</summary>
    [JsonPropertyName("reference_id")]
    public string? ReferenceId { get; init; }

    public string? Note { get; init; }

    public JsonElement? Metadata { get; init; }
}
