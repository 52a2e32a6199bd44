using System.Buffers.Text;
using System.Text;

namespace OrleansWallet.LoadTest.Http;

/// <summary>What is needed of the head of an HTTP/1.1 response.</summary>
/// <param name="Length">Bytes of the head, the blank line included.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentLength">Bytes of the body; null when the head does not tell.</param>
/// <param name="IsChunked">The body comes in chunks.</param>
/// <param name="IsReplayed">The grid told a first answer again.</param>
/// <param name="Closes">The connection ends behind this response.</param>
/// <param name="RetryAfter">How long the grid asked to wait, if it did.</param>
internal readonly record struct ResponseHead(
    int Length, int Status, int? ContentLength, bool IsChunked, bool IsReplayed, bool Closes,
    TimeSpan? RetryAfter)
{
    private const int StatusAt = 9;
    private const int StatusDigits = 3;

    /// <returns>False while the head is not whole.</returns>
    /// <exception cref="InvalidDataException">This is no HTTP/1.1 response.</exception>
    public static bool TryRead(ReadOnlySpan<byte> received, out ResponseHead head)
    {
        head = default;
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var rest = received[..(end + 2)];
        head = new ResponseHead { Length = end + 4, Status = ReadStatus(rest) };
        rest = rest[(rest.IndexOf("\r\n"u8) + 2)..];
        while (rest.IndexOf("\r\n"u8) is >= 0 and var lineEnd)
        {
            head = head.With(rest[..lineEnd]);
            rest = rest[(lineEnd + 2)..];
        }

        return true;
    }

    private static int ReadStatus(ReadOnlySpan<byte> head) =>
        head.StartsWith("HTTP/1.1 "u8)
        && Utf8Parser.TryParse(head.Slice(StatusAt, StatusDigits), out int status, out _)
            ? status
            : throw new InvalidDataException("the answer is not HTTP/1.1");

    private ResponseHead With(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 0)
        {
            return this;
        }

        var name = line[..colon];
        var value = line[(colon + 1)..].Trim((byte)' ');
        // By the length first: most names are none of these.
        return name.Length switch
        {
            10 when Is(name, "Connection"u8) => this with { Closes = Is(value, "close"u8) },
            11 when Is(name, "Retry-After"u8) => this with { RetryAfter = Seconds(value) },
            14 when Is(name, "Content-Length"u8) => this with { ContentLength = Number(value) },
            17 when Is(name, "Transfer-Encoding"u8) =>
                this with { IsChunked = Is(value, "chunked"u8) },
            20 when Is(name, "Idempotency-Replayed"u8) => this with { IsReplayed = true },
            _ => this,
        };
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(text, name);

    private static int? Number(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out int number, out var used) && used == value.Length
            ? number
            : null;

    private static TimeSpan? Seconds(ReadOnlySpan<byte> value) =>
        Number(value) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
