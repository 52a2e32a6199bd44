using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>By hand: most of what a state holds are requests.</summary>
internal sealed class ProcessRequestJsonConverter : JsonConverter<ProcessRequest>
{
    // Two digests, the longest number, and what is between them.
    private const int SizeMax = 128;

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
        // In one piece: a state has up to 64 of them.
        Span<byte> json = stackalloc byte[SizeMax];
        var length = 0;
        Append(json, ref length, "{\"key\":\""u8);
        Append(json, ref length, value.Key);
        Append(json, ref length, "\",\"fingerprint\":\""u8);
        Append(json, ref length, value.Fingerprint);
        Append(json, ref length, "\",\"event_count\":"u8);
        value.EventCount.TryFormat(
            json[length..], out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
        Append(json, ref length, "}"u8);
        writer.WriteRawValue(json[..length], skipInputValidation: true);
    }

    private static void Append(Span<byte> json, ref int length, ReadOnlySpan<byte> text)
    {
        text.CopyTo(json[length..]);
        length += text.Length;
    }

    private static void Append(Span<byte> json, ref int length, UInt128 digest)
    {
        DigestJsonConverter.Format(digest, json.Slice(length, DigestJsonConverter.Digits));
        length += DigestJsonConverter.Digits;
    }
}
