using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>One-time codes of an authenticator app: RFC 6238, SHA-1, 30 s, 6 digits.</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    public static bool IsSecret(string base32) =>
        Clean(base32) is { Length: >= 8 } clean && clean.All(c => Alphabet.Contains(c));

    public static string Code(string base32, DateTimeOffset at)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / StepSeconds);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // What authenticator apps have; the other side verifies with it.
        HMACSHA1.HashData(Decode(Clean(base32)), counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static string Clean(string base32) =>
        base32.Replace(" ", "", StringComparison.Ordinal).TrimEnd('=').ToUpperInvariant();

    private static byte[] Decode(string base32)
    {
        var bytes = new List<byte>(base32.Length * 5 / 8);
        var (bits, count) = (0, 0);
        foreach (var c in base32)
        {
            bits = ((bits << 5) | Alphabet.IndexOf(c, StringComparison.Ordinal)) & 0xFFF;
            count += 5;
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return [.. bytes];
    }
}
