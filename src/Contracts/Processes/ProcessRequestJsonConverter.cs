using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>By hand: most of what a state holds are requests.</summary>
internal sealed class ProcessRequestJsonConverter : JsonConverter<ProcessRequest>
{
    private static readonly JsonEncodedText _key = JsonEncodedText.Encode("key");
    private static readonly JsonEncodedText _fingerprint = JsonEncodedText.Encode("fingerprint");
    private static readonly JsonEncodedText _eventCount = JsonEncodedText.Encode("event_count");

    public override ProcessRequest Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("a request is not an object");
        }

        UInt128 key = 0;
        UInt128 fingerprint = 0;
        var eventCount = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(_key.EncodedUtf8Bytes))
            {
                reader.Read();
                key = DigestJsonConverter.Read(ref reader);
            }
            else if (reader.ValueTextEquals(_fingerprint.EncodedUtf8Bytes))
            {
                reader.Read();
                fingerprint = DigestJsonConverter.Read(ref reader);
            }
            else if (reader.ValueTextEquals(_eventCount.EncodedUtf8Bytes))
            {
                reader.Read();
                eventCount = reader.GetInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return new ProcessRequest(key, fingerprint, eventCount);
    }

    public override void Write(
        Utf8JsonWriter writer, ProcessRequest value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        DigestJsonConverter.Write(writer, _key, value.Key);
        DigestJsonConverter.Write(writer, _fingerprint, value.Fingerprint);
        writer.WriteNumber(_eventCount, value.EventCount);
        writer.WriteEndObject();
    }
}
