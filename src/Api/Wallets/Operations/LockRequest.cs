using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>Sets money aside in a hold that is named by the reference.</summary>
public sealed record LockRequest
{
    public string? Currency { get; init; }

    /// <summary>Whole units, above zero; a decimal string or a number.</summary>
    public WireAmount Amount { get; init; }

    [JsonPropertyName("lock_type")]
    public string? LockType { get; init; }

    /// <summary>The hold's name.</summary>
    [JsonPropertyName("reference_id")]
    public string? ReferenceId { get; init; }

    /// <summary>RFC 3339; from then on the hold falls back. Never when missing.</summary>
    [JsonPropertyName("expires_at")]
    public string? ExpiresAt { get; init; }

    /// <summary><c>spot</c> (the default) or <c>savings</c>.</summary>
    public string? Account { get; init; }

    public string? Note { get; init; }

    public JsonElement? Metadata { get; init; }
}
