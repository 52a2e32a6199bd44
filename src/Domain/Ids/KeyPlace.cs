using System.Buffers.Binary;
using System.Globalization;

namespace OrleansWallet.Domain.Ids;

/// <summary>The digest of a key, led by what its neighbours have in common with it.</summary>
/// <remarks>
/// Digests alone lie anywhere among those of all other keys, so that each new one touches another
/// page of a journal's index, however large that has become. Behind 32 bits that lead it, those
/// made one after another stand side by side: the second of the UUID of version 7 with which a
/// caller's key begins, or the source of a posting and its number, 256 of which share a lead. The
/// first 96 bits of the digest stay behind the lead, so that <see cref="EarlierOf"/> finds a key
/// that was kept before there were leads.
/// </remarks>
public static class KeyPlace
{
    private const string PostingPrefix = "post:";
    private const int UuidLength = 36;
    private const int UuidVersion = 7;
    private const int LeadBits = 32;
    private const int DigestBits = 128 - LeadBits;

    // So many postings of one source share a lead: those of one commit, about.
    private const int PostingsPerLeadBits = 8;

    /// <summary>The place of a key.</summary>
    /// <param name="text">The key with its origin's prefix.</param>
    public static UInt128 Of(string text)
    {
        var digest = Digest.Of(text);
        return TryReadPosting(text, out var lead) || TryReadSecond(text, out lead)
            ? ((UInt128)lead << DigestBits) | (digest >> LeadBits)
            : digest;
    }

    /// <summary>Where the key of a place with a lead was kept before there were leads.</summary>
    /// <param name="place">Of the key.</param>
    /// <returns>All digests, first to last, that have those 96 bits.</returns>
    public static (UInt128 First, UInt128 Last) EarlierOf(UInt128 place)
    {
        var first = place << LeadBits;
        return (first, first | ((UInt128.One << LeadBits) - 1));
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

    private static bool TryReadPosting(string text, out uint lead)
    {
        lead = 0;
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

        lead = ((uint)Fold(rest[..end]) << 16) | (ushort)(number >> PostingsPerLeadBits);
        return true;
    }

    // FNV-1a. Wallets that fold to the same stand side by side, nothing else.
    private static ushort Fold(ReadOnlySpan<char> id)
    {
        var sum = 2166136261u;
        foreach (var c in id)
        {
            sum = unchecked((sum ^ c) * 16777619u);
        }

        return (ushort)(sum ^ (sum >> 16));
    }
}
