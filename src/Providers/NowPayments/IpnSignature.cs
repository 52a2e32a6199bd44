using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>
/// The signature of callbacks: lower-case hex of HMAC-SHA512, keyed by the trimmed secret, over
/// the payload as JavaScript's <c>JSON.stringify</c> writes it with all keys sorted.
/// </summary>
public static class IpnSignature
{
    public const string Header = "x-nowpayments-sig";

    /// <summary>Larger bodies are not theirs.</summary>
    public const int BodyBytesMax = 64 * 1024;

    /// <summary>Whether the body is as the holder of the secret sent it. Takes the same time
    /// wherever the signature differs.</summary>
    /// <param name="rawBody">The bytes as received.</param>
    /// <param name="header">The header of that name; null when there was none.</param>
    /// <param name="secret">An empty one verifies nothing.</param>
    public static bool Verify(ReadOnlySpan<byte> rawBody, string? header, string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        Span<byte> given = stackalloc byte[HMACSHA512.HashSizeInBytes];
        if (secret.Trim() is not { Length: > 0 } trimmed
            || rawBody.Length is 0 or > BodyBytesMax
            || !TryDecode(header, given))
        {
            return false;
        }

        // Numbers must not be printed anew: 1e-7 and 12.10 are signed as they were written. The
        // body as it came is tried first, which is the signed text when its keys are sorted.
        var key = Encoding.UTF8.GetBytes(trimmed);
        return Matches(key, rawBody, given)
            || (TryCanonize(rawBody, out var canonical) && Matches(key, canonical, given));
    }

    private static bool Matches(byte[] key, ReadOnlySpan<byte> text, ReadOnlySpan<byte> given)
    {
        Span<byte> computed = stackalloc byte[HMACSHA512.HashSizeInBytes];
        HMACSHA512.HashData(key, text, computed);
        return CryptographicOperations.FixedTimeEquals(computed, given);
    }

    private static bool TryDecode(string? header, Span<byte> signature)
    {
        var hex = header.AsSpan().Trim();
        return hex.Length == signature.Length * 2
            && Convert.FromHexString(hex, signature, out _, out _)
                == System.Buffers.OperationStatus.Done;
    }

    private static bool TryCanonize(ReadOnlySpan<byte> body, out byte[] canonical)
    {
        canonical = [];
        try
        {
            using var json = JsonFields.Parse(body.ToArray());
            canonical = SortedJson.Write(json.RootElement);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
