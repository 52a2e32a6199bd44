using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;

namespace OrleansWallet.Api.Exchange;

/// <summary>Crypto for fiat of the user's own wallet.</summary>
public sealed record ExpressBuyRequest
{
    /// <summary>The currency paid, e.g. <c>GBP</c>.</summary>
    [JsonPropertyName("fiat")]
    public string? Fiat { get; init; }

    /// <summary>What is paid, in whole units; a string or a number.</summary>
    [JsonPropertyName("fiat_amount")]
    public WireAmount FiatAmount { get; init; }

    /// <summary>What is bought.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }
}
