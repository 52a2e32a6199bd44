using System.Globalization;
using System.Text;

namespace OrleansWallet.Api.Tests.Requests;

/// <summary>An answer that was read until its connection closed.</summary>
public sealed record RawAnswer(int Status, string Head, string Text)
{
    public string? ContentType => Header("Content-Type");

    /// <summary>Null when there is no whole head.</summary>
    public static RawAnswer? Parse(byte[] bytes)
    {
        var split = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (split < 0)
        {
            return null;
        }

        var head = Encoding.Latin1.GetString(bytes, 0, split);
        var body = bytes.AsSpan(split + 4);
        var chunked = head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        return new RawAnswer(
            int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), head,
            chunked ? Unchunk(body) : Encoding.UTF8.GetString(body));
    }

    public string? Header(string name) =>
        Head.Split("\r\n").FirstOrDefault(
            line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            is { } found ? found[(name.Length + 1)..].Trim() : null;

    private static string Unchunk(ReadOnlySpan<byte> rest)
    {
        using var body = new MemoryStream();
        while (rest.IndexOf("\r\n"u8) is var end and > 0
            && int.Parse(rest[..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is
                var length and > 0
            && rest.Length >= end + 2 + length)
        {
            body.Write(rest.Slice(end + 2, length));
            rest = rest[Math.Min(rest.Length, end + 4 + length)..];
        }

        return Encoding.UTF8.GetString(body.ToArray());
    }
}
