using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Json;

/// <summary>JSON that is written as it is stored.</summary>
/// <param name="Text">One valid JSON value.</param>
[JsonConverter(typeof(RawJsonConverter))]
public sealed record RawJson(string Text)
{
    /// <summary>Null for null.</summary>
    public static RawJson? Of(string? text) => text is null ? null : new RawJson(text);
}
