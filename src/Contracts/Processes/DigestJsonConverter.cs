using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansWallet.Contracts.Processes;

/// <summary>A digest: 32 hexadecimal digits.</summary>
internal sealed class DigestJsonConverter : JsonConverter<UInt128>
{
    private const int Digits = 32;

    public override UInt128 Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader);

    public override void Write(Utf8JsonWriter writer, UInt128 value, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[Digits];
        Format(value, digits);
        writer.WriteStringValue(digits);
    }

    internal static void Write(Utf8JsonWriter writer, JsonEncodedText name, UInt128 value)
    {
        Span<byte> digits = stackalloc byte[Digits];
        Format(value, digits);
        writer.WriteString(name, digits);
    }

    internal static UInt128 Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.HasValueSequence
            && reader.ValueSpan is { Length: Digits } digits
            && TryParseHalf(digits[..(Digits / 2)], out var upper)
            && TryParseHalf(digits[(Digits / 2)..], out var lower))
        {
            return new UInt128(upper, lower);
        }

        var text = reader.GetString();
        return UInt128.TryParse(
            text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var digest)
                ? digest
                : throw new JsonException($"'{text}' is not a digest");
    }

    // By halves: the runtime's own way for 128 bits is far slower.
    private static void Format(UInt128 value, Span<byte> digits)
    {
        ((ulong)(value >> 64)).TryFormat(digits, out _, "x16", CultureInfo.InvariantCulture);
        ((ulong)value).TryFormat(
            digits[(Digits / 2)..], out _, "x16", CultureInfo.InvariantCulture);
    }

    private static bool TryParseHalf(ReadOnlySpan<byte> digits, out ulong half) => ulong.TryParse(
        digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out half);
}
