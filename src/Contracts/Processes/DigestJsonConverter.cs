using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansWallet.Contracts.Processes;

/// <summary>A digest: 32 hexadecimal digits.</summary>
internal sealed class DigestJsonConverter : JsonConverter<UInt128>
{
    internal const int Digits = 32;

    public override UInt128 Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void Write(Utf8JsonWriter writer, UInt128 value, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[Digits];
        Format(value, digits);
        writer.WriteStringValue(digits);
    }

    internal static UInt128 Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.HasValueSequence
            && reader.ValueSpan is { Length: Digits } digits
            && TryParse(digits, out var exact))
        {
            return exact;
        }

        var text = reader.GetString();
        return UInt128.TryParse(
            text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var digest)
                ? digest
                : throw new JsonException($"'{text}' is not a digest");
    }

    // As bytes: the runtime's own way for 128 bits is far slower.
    internal static void Format(UInt128 value, Span<byte> digits)
    {
        Span<byte> bytes = stackalloc byte[Digits / 2];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        Convert.TryToHexStringLower(bytes, digits, out _);
    }

    private static bool TryParse(ReadOnlySpan<byte> digits, out UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[Digits / 2];
        var isHex = Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done;
        value = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return isHex;
    }
}
