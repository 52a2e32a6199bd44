using System.Text.Json;

namespace OrleansWallet.Import.Rows;

/// <summary>Values as MongoDB's tools write them: plain, or wrapped as in
/// <c>{"$numberDecimal": "1.5"}</c>.</summary>
internal static class ExtendedJson
{
    private const int QuoteLengthMax = 80;

    /// <summary>An amount's exact value.</summary>
    public static RowProblem? ReadAmount(string field, JsonElement element, out ExactDecimal value)
    {
        value = default;
        var text = NumberText(element);
        if (text is not null && ExactDecimal.TryParse(text, out value))
        {
            return null;
        }

        return text is not null && IsNotFinite(text)
            ? new RowProblem(RowReason.NotFinite, $"{field} is {Quote(text)}")
            : new RowProblem(
                RowReason.NotANumber, $"{field} is {Quote(element.GetRawText())}");
    }

    /// <summary>An id's text: a text, an integer, an ObjectId or a UUID; else null.</summary>
    public static string? ReadId(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number when IsInteger(element.GetRawText()) => element.GetRawText(),
        JsonValueKind.Object => Unwrap(element) switch
        {
            ("$oid" or "$uuid", { ValueKind: JsonValueKind.String } text) => text.GetString(),
            ("$numberInt" or "$numberLong", { ValueKind: JsonValueKind.String } text)
                when IsInteger(text.GetString()!) => text.GetString(),
            _ => null,
        },
        _ => null,
    };

    /// <summary>True for a wrapped scalar, which is no map of fields.</summary>
    public static bool IsWrapped(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && Unwrap(element) is not null;

    public static string Quote(string text) =>
        text.Length <= QuoteLengthMax ? text : string.Concat(text.AsSpan(0, QuoteLengthMax), "…");

    private static string? NumberText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.String => element.GetString()!.Trim(),
        JsonValueKind.Object => Unwrap(element) switch
        {
            ("$numberDecimal" or "$numberDouble" or "$numberInt" or "$numberLong", var inner)
                when inner.ValueKind is JsonValueKind.String or JsonValueKind.Number =>
                NumberText(inner),
            _ => null,
        },
        _ => null,
    };

    private static (string Tag, JsonElement Value)? Unwrap(JsonElement element)
    {
        (string, JsonElement)? wrapped = null;
        foreach (var property in element.EnumerateObject())
        {
            if (wrapped is not null || !property.Name.StartsWith('$'))
            {
                return null;
            }

            wrapped = (property.Name, property.Value);
        }

        return wrapped;
    }

    private static bool IsInteger(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool IsNotFinite(string text) =>
        text.TrimStart('-', '+').ToLowerInvariant() is "nan" or "inf" or "infinity";
}
