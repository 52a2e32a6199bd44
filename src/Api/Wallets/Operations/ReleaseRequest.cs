using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>Captures a hold: its money leaves the wallet for the world outside.</summary>
public sealed record ReleaseRequest
{
    public string? Currency { get; init; }

    /// <summary>The whole hold when missing; a part needs an <c>Idempotency-Key</c>.</summary>
    public WireAmount Amount { get; init; }

    [JsonPropertyName("release_type")]
    public string? ReleaseType { get; init; }

    /// <summary>The hold's name.</summary>
    [JsonPropertyName("reference_id")]
    public string? ReferenceId { get; init; }

    /// <summary>The other side, <c>world:…</c>.</summary>
    public string? Counterparty { get; init; }

    public string? Note { get; init; }

    public JsonElement? Metadata { get; init; }
}
