using System.Globalization;
using System.Text.Json;

namespace OrleansWallet.Providers.Json;

/// <summary>Reads fields that providers write now as strings, now as numbers.</summary>
/// <remarks>Each method throws <see cref="FormatException"/> that names the field.</remarks>
internal static class JsonFields
{
    private static readonly JsonDocumentOptions _options = new()
    {
        MaxDepth = 16,

        // Of two values of one name, which was signed and which is meant? Neither.
        AllowDuplicateProperties = false,
    };

    /// <exception cref="JsonException">Not JSON, nested too deep, or a name twice.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8) =>
        JsonDocument.Parse(utf8, _options);

    /// <summary>A string's text or a number's digits; null when missing or empty.</summary>
    public static string? Text(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => Unescaped(value, name) is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new FormatException($"{name} is neither a string nor a number"),
        };
    }

    public static string RequiredText(JsonElement parent, string name) =>
        Text(parent, name) ?? throw new FormatException($"{name} is missing");

    /// <summary>A number, or a string that is one.</summary>
    public static ExactDecimal? Number(JsonElement parent, string name)
    {
        if (Text(parent, name) is not { } text)
        {
            return null;
        }

        return ExactDecimal.TryParse(text, out var number)
            ? number
            : throw new FormatException($"{name} is not a number");
    }

    /// <summary>A time with its offset, UTC without one; or milliseconds since 1970.</summary>
    public static DateTimeOffset? Time(JsonElement parent, string name)
    {
        if (Text(parent, name) is not { } text)
        {
            return null;
        }

        const DateTimeStyles Styles =
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms < 253_402_300_800_000)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(ms);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var time)
            ? time
            : throw new FormatException($"{name} is not a time");
    }

    private static string? Unescaped(JsonElement value, string name)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new FormatException($"{name} is not valid text");
        }
    }
}
