using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrleansWallet.Api.Json;

/// <summary>Reads an amount from its raw token, so that no digit passes through a double.</summary>
internal sealed class WireAmountConverter : JsonConverter<WireAmount>
{
    public override bool HandleNull => true;

    public override WireAmount Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.String:
                return new WireAmount(reader.GetString());
            case JsonTokenType.Number:
                return new WireAmount(Digits(ref reader));
            default:
                reader.Skip();
                return WireAmount.NotANumber;
        }
    }

    public override void Write(
        Utf8JsonWriter writer, WireAmount value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);

    private static string Digits(ref Utf8JsonReader reader) =>
        reader.HasValueSequence
            ? Encoding.UTF8.GetString(reader.ValueSequence.ToArray())
            : Encoding.UTF8.GetString(reader.ValueSpan);
}
