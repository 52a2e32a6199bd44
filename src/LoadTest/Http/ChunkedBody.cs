using System.Buffers.Text;

namespace OrleansWallet.LoadTest.Http;

/// <summary>Reads a body that comes in chunks (RFC 9112, 7.1); trailers are not expected.</summary>
internal static class ChunkedBody
{
    /// <summary>Joins the chunks in place, once all of them are there.</summary>
    /// <param name="received">What follows the head; left as it is while not whole.</param>
    /// <param name="length">Of the body, which then begins where the chunks did.</param>
    /// <returns>False while the body is not whole.</returns>
    /// <exception cref="InvalidDataException">These are no chunks.</exception>
    public static bool TryJoin(Span<byte> received, out int length)
    {
        length = 0;
        if (!IsWhole(received))
        {
            return false;
        }

        var rest = received;
        while (TryReadSize(rest, out var size, out var start) && size > 0)
        {
            rest.Slice(start, size).CopyTo(received[length..]);
            length += size;
            rest = rest[(start + size + 2)..];
        }

        return true;
    }

    private static bool IsWhole(ReadOnlySpan<byte> rest)
    {
        while (TryReadSize(rest, out var size, out var start))
        {
            if (rest.Length < start + size + 2)
            {
                return false;
            }

            if (size == 0)
            {
                return true;
            }

            rest = rest[(start + size + 2)..];
        }

        return false;
    }

    private static bool TryReadSize(ReadOnlySpan<byte> rest, out int size, out int start)
    {
        size = 0;
        var end = rest.IndexOf("\r\n"u8);
        start = end + 2;
        return end >= 0
            && (Utf8Parser.TryParse(rest[..end], out size, out var used, 'x') && used > 0
                ? true
                : throw new InvalidDataException("the answer's chunks can't be read"));
    }
}
