using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>A wallet's balances at one version of its history.</summary>
public sealed record BalancesBody
{
    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    /// <summary><c>active</c>, <c>frozen</c> or <c>closed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>RFC 3339 UTC.</summary>
    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }

    public required IReadOnlyList<BalanceBody> Balances { get; init; }

    /// <summary>The journal's generation; with another one, versions start anew.</summary>
    public required string Epoch { get; init; }

    public required long Version { get; init; }
}
