using System.Globalization;
using System.Text;

namespace OrleansWallet.ProviderSimulator.Json;

/// <summary>JSON as a JavaScript server writes it, apart from the product's own reading.</summary>
public abstract record JsNode
{
    public static JsNode Null { get; } = new JsRaw("null");

    /// <summary>A number, digit by digit.</summary>
    public static JsNode Number(string? digits) => digits is null ? Null : new JsRaw(digits);

    public static JsNode Text(string? text) => text is null ? Null : new JsRaw(Quote(text));

    public static JsNode Time(DateTimeOffset time) =>
        Text(time.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public static JsNode Bool(bool value) => new JsRaw(value ? "true" : "false");

    /// <summary>Without blanks; what is signed has its keys sorted, on every level.</summary>
    public abstract string Write(bool sorted = false);

    /// <summary>As <c>JSON.stringify</c> escapes: nothing beyond ASCII.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
