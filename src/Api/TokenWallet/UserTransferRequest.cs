using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>Money from the signed-in user to another.</summary>
public sealed record UserTransferRequest
{
    [JsonPropertyName("recipient_id")]
    public string? RecipientId { get; init; }

    /// <summary>Whole units, above zero; a decimal string or a number.</summary>
    public WireAmount Amount { get; init; }

    /// <summary>The display currency when missing.</summary>
    public string? Currency { get; init; }

    /// <summary>At most 500 characters.</summary>
    public string? Note { get; init; }
}
