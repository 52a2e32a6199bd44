using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrleansWallet.Domain.Wallets;

/// <summary>Metadata as it is hashed and stored: one JSON object, no blanks, order kept.</summary>
public static class CanonicalJson
{
    private const int DepthMax = 16;

    /// <summary>Canonical text of a JSON object of at most
    /// <see cref="CommandContext.MetadataBytesMax"/> bytes.</summary>
    /// <returns>False when it is something else, too big, or holds NUL or lone surrogates.</returns>
    public static bool TryCanonize(JsonElement element, out string canonical)
    {
        canonical = "";
        if (element.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = DepthMax,
            SkipValidation = false,
        };
        try
        {
            using var writer = new Utf8JsonWriter(buffer, options);
            Write(writer, element);
            writer.Flush();
        }
        catch (InvalidOperationException)
        {
            // Lone surrogates, or nested too deep.
            return false;
        }

        if (buffer.WrittenCount > CommandContext.MetadataBytesMax)
        {
            return false;
        }

        canonical = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return true;
    }

    /// <summary>True when PostgreSQL and the hash see the same text: no NUL, no lone surrogate.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length
                && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(Storable(property.Name));
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Storable(element.GetString()!));
                break;
            default:
                // Numbers keep their own digits.
                writer.WriteRawValue(element.GetRawText());
                break;
        }
    }

    private static string Storable(string text) =>
        IsStorable(text)
            ? text
            : throw new InvalidOperationException("a text holds NUL or a lone surrogate");
}
