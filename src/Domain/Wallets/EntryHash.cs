using System.Runtime.InteropServices;

namespace OrleansWallet.Domain.Wallets;

/// <summary>A SHA-256 value, held inline.</summary>
public readonly record struct EntryHash
{
    public const int Size = 32;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    /// <param name="bytes">Exactly 32 bytes.</param>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public EntryHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"a hash has {Size} bytes, not {bytes.Length}", nameof(bytes));
        }

        _high = MemoryMarshal.Read<UInt128>(bytes);
        _low = MemoryMarshal.Read<UInt128>(bytes[16..]);
    }

    public void CopyTo(Span<byte> destination)
    {
        MemoryMarshal.Write(destination, _high);
        MemoryMarshal.Write(destination[16..], _low);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
