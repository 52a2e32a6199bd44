using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>By hand: a state holds all its events.</summary>
internal sealed class ProcessEventJsonConverter : JsonConverter<ProcessEvent>
{
    private static readonly JsonEncodedText _at = JsonEncodedText.Encode("at");
    private static readonly JsonEncodedText _from = JsonEncodedText.Encode("from");
    private static readonly JsonEncodedText _to = JsonEncodedText.Encode("to");
    private static readonly JsonEncodedText _by = JsonEncodedText.Encode("by");
    private static readonly JsonEncodedText _note = JsonEncodedText.Encode("note");

    public override ProcessEvent Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("an event is not an object");
        }

        DateTimeOffset at = default;
        string? from = null;
        string? to = null;
        string? by = null;
        string? note = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(_at.EncodedUtf8Bytes))
            {
                reader.Read();
                at = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals(_from.EncodedUtf8Bytes))
            {
                from = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals(_to.EncodedUtf8Bytes))
            {
                to = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals(_by.EncodedUtf8Bytes))
            {
                by = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals(_note.EncodedUtf8Bytes))
            {
                note = ReadText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new ProcessEvent(at, from!, to!, by!, note);
    }

    public override void Write(
        Utf8JsonWriter writer, ProcessEvent value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(_at, value.At);
        WriteText(writer, _from, value.From);
        WriteText(writer, _to, value.To);
        WriteText(writer, _by, value.By);
        WriteText(writer, _note, value.Note);
        writer.WriteEndObject();
    }

    // Nothing is written of what is not there, as everywhere in a state.
    private static void WriteText(Utf8JsonWriter writer, JsonEncodedText name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }
}
