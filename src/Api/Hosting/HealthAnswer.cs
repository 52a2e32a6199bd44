using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Hosting;

/// <summary>Whether this front can take requests.</summary>
/// <param name="Status"><c>ready</c> or <c>unavailable</c>.</param>
/// <param name="Staging">True when this is a grid to try things on.</param>
/// <param name="Version">The product's version.</param>
/// <param name="Epoch">The journal's generation, when it is known.</param>
public sealed record HealthAnswer(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("staging")] bool Staging,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("epoch")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    string? Epoch);
