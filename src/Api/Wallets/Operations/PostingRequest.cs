using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>One leg of a transfer.</summary>
public sealed record PostingRequest
{
    [JsonPropertyName("to_user")]
    public string? ToUser { get; init; }

    /// <summary>Whole units, above zero; a decimal string or a number.</summary>
    public WireAmount Amount { get; init; }
}
