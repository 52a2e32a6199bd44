namespace OrleansWallet.Import.Rows;

/// <summary>
/// Some writers put a bare <c>NaN</c> or <c>Infinity</c> where JSON has no such number. Quoted,
/// the row can be read and is refused for what it is.
/// </summary>
internal static class BareNumbers
{
    /// <returns>The text with such words quoted; null when there are none.</returns>
    public static byte[]? Quote(ReadOnlySpan<byte> json)
    {
        var quoted = new List<byte>(json.Length + 16);
        var (inText, escaped, any) = (false, false, false);
        for (var at = 0; at < json.Length; at++)
        {
            var c = json[at];
            if (!inText && LengthOfWord(json[at..]) is var length and > 0)
            {
                quoted.Add((byte)'"');
                quoted.AddRange(json.Slice(at, length));
                quoted.Add((byte)'"');
                at += length - 1;
                any = true;
                continue;
            }

            inText = inText ? escaped || c != '"' : c == '"';
            escaped = inText && !escaped && c == '\\';
            quoted.Add(c);
        }

        return any ? [.. quoted] : null;
    }

    private static int LengthOfWord(ReadOnlySpan<byte> text) =>
        text.StartsWith("NaN"u8) ? 3
        : text.StartsWith("Infinity"u8) ? 8
        : text.StartsWith("-Infinity"u8) ? 9
        : 0;
}
