using System.Buffers.Binary;
using System.Globalization;

namespace OrleansWallet.Domain.Ids;

/// <summary>The digest of a key, led by what its neighbours have in common with it.</summary>
/// <remarks>
/// Digests alone lie anywhere among those of all other keys, so that each new one touches another
/// page of a journal's index, however large that has become. Led by the second of the UUID of
/// version 7 with which a caller's key begins, or by the source and number of a posting, those made one after
/// another stand side by side. 64 bits of the digest remain behind a posting's lead, which no
/// caller can choose, and 96 behind a second.
/// </remarks>
internal static class KeyPlace
{
    private const string PostingPrefix = "post:";
    private const int UuidLength = 36;
    private const int UuidVersion = 7;

    public static UInt128 Of(string text)
    {
        var digest = Digest.Of(text);
        if (TryReadPosting(text, out var source, out var seq))
        {
            return ((UInt128)source << 96) | ((UInt128)seq << 64) | (digest >> 64);
        }

        return TryReadSecond(text, out var second)
            ? ((UInt128)second << 96) | (digest >> 32)
            : digest;
    }

    // Of the last part that begins with one: a batch's operations have its key and their number.
    private static bool TryReadSecond(string text, out uint second)
    {
        for (var slash = text.LastIndexOf('/'); slash >= 0;
            slash = slash == 0 ? -1 : text.LastIndexOf('/', slash - 1))
        {
            var part = text.AsSpan(slash + 1);
            if (part.Length >= UuidLength && TryReadUuid(part[..UuidLength], out second))
            {
                return true;
            }
        }

        second = 0;
        return false;
    }

    private static bool TryReadUuid(ReadOnlySpan<char> text, out uint second)
    {
        second = 0;
        if (!Guid.TryParseExact(text, "D", out var uuid) || uuid.Version != UuidVersion)
        {
            return false;
        }

        // Its first 48 bits are the milliseconds since 1970.
        Span<byte> bytes = stackalloc byte[16];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        second = (uint)((BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16) / 1000);
        return true;
    }

    private static bool TryReadPosting(string text, out uint source, out uint seq)
    {
        (source, seq) = (0, 0);
        if (!text.StartsWith(PostingPrefix, StringComparison.Ordinal))
        {
            return false;
        }

        // No part but the last holds a slash.
        var rest = text.AsSpan(PostingPrefix.Length);
        var end = rest.IndexOf('/');
        var last = end < 0 ? -1 : rest[(end + 1)..].IndexOf('/');
        if (last < 0 || !long.TryParse(
            rest.Slice(end + 1, last), NumberStyles.None, CultureInfo.InvariantCulture,
            out var number))
        {
            return false;
        }

        source = Fold(rest[..end]);
        seq = (uint)number;
        return true;
    }

    // FNV-1a. Wallets that fold to the same stand side by side, nothing else.
    private static uint Fold(ReadOnlySpan<char> id)
    {
        var sum = 2166136261u;
        foreach (var c in id)
        {
            sum = unchecked((sum ^ c) * 16777619u);
        }

        return sum;
    }
}
