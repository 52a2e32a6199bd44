using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Trades;

/// <summary>What a party brought to a dispute.</summary>
public sealed record EvidenceBody(
    [property: JsonPropertyName("at")] string At,
    [property: JsonPropertyName("by")] string By,
    [property: JsonPropertyName("text")] string Text);
