using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>What a user's wallet is and has.</summary>
public sealed record TokenWalletHead
{
    /// <summary>The user's id.</summary>
    public required string Id { get; init; }

    /// <summary>Available in the display currency, a decimal string.</summary>
    public required string Balance { get; init; }

    /// <summary>The display currency.</summary>
    public required string Currency { get; init; }

    /// <summary>The connected external wallet, or null.</summary>
    public string? Address { get; init; }

    [JsonPropertyName("is_connected")]
    public required bool IsConnected { get; init; }

    public string? Network { get; init; }

    /// <summary>A JSON object of the client, or null.</summary>
    public RawJson? Data { get; init; }

    /// <summary>RFC 3339 UTC.</summary>
    [JsonPropertyName("created_at")]
    public required string CreatedAt { get; init; }
}
