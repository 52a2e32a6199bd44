using System.Text.Json.Serialization;
using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Api.Processes;

/// <summary>One change of a status.</summary>
public sealed record EventBody(
    [property: JsonPropertyName("at")] string At,
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("to")] string To,
    [property: JsonPropertyName("by")] string By,
    [property: JsonPropertyName("note")] string? Note)
{
    public static EventBody Of(ProcessEvent e) =>
        new(WireTime.Format(e.At), e.From, e.To, e.By, e.Note);
}
