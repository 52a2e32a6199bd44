using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.TopUps;

/// <summary>Money that the signed-in user says was paid in.</summary>
public sealed record TopUpRequest
{
    /// <summary>Whole units, above zero; a decimal string or a number.</summary>
    [JsonPropertyName("amount")]
    public WireAmount Amount { get; init; }

    /// <summary>The display currency when missing.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>At most 500 characters.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }
}

/// <summary>An admin's decision.</summary>
public sealed record TopUpProcessRequest
{
    /// <summary><c>success</c> or <c>failed</c>.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>At most 500 characters.</summary>
    [JsonPropertyName("admin_notes")]
    public string? AdminNotes { get; init; }
}
