using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OrleansWallet.Domain.Ids;

/// <summary>128-bit digests: the first half of SHA-256.</summary>
public static class Digest
{
    public static UInt128 Of(ReadOnlySpan<char> text)
    {
        Span<byte> buffer = stackalloc byte[1024];
        if (Encoding.UTF8.TryGetBytes(text, buffer, out var written))
        {
            return Of(buffer[..written]);
        }

        return Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Sha256.Hash(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
