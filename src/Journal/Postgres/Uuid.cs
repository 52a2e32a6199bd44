using System.Buffers.Binary;

namespace OrleansWallet.Journal.Postgres;

/// <summary>128-bit digests as <c>uuid</c>: compact, and ordered alike on both sides.</summary>
internal static class Uuid
{
    public static Guid Of(UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return new Guid(bytes, bigEndian: true);
    }

    public static UInt128 ToUInt128(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
