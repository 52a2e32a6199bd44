using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Wallets;

/// <summary>The hash chain of a wallet's history.</summary>
/// <remarks>
/// Hashed are, in this order: a format byte, the hash before, and each field of the entry;
/// integers big-endian, texts as a 32-bit length (−1 for none) and UTF-8, times as microseconds
/// since 1970.
/// </remarks>
public static class EntryChain
{
    private const byte FormatVersion = 1;

    // All fields but the texts: see Encode.
    private const int FixedSize = 1 + EntryHash.Size + 8 + 1 + 1 + (3 * 16) + 8 + 2 + 16 + 8;

    /// <summary>The hash of <paramref name="entry"/> behind <paramref name="previous"/>.</summary>
    /// <param name="wallet">Whose history it is.</param>
    /// <param name="previous">The hash of the entry before; all zero for the first.</param>
    /// <param name="entry">Its own <see cref="Entry.Hash"/> is not read.</param>
    public static EntryHash Next(WalletId wallet, in EntryHash previous, Entry entry)
    {
        var size = SizeMax(wallet, entry);
        byte[]? rented = null;
        var buffer = size <= 1024
            ? stackalloc byte[1024]
            : (rented = ArrayPool<byte>.Shared.Rent(size));
        try
        {
            var length = Encode(buffer, wallet, previous, entry);
            Span<byte> hash = stackalloc byte[EntryHash.Size];
            Sha256.Hash(buffer[..length], hash);
            return new EntryHash(hash);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private static int SizeMax(WalletId wallet, Entry entry) =>
        FixedSize + (8 * sizeof(int))
        + wallet.Value.Length + 16 + entry.Type.Value.Length + entry.Reference.Value.Length
        + (entry.Counterparty?.Value.Length ?? 0) + (entry.Hold?.Value.Length ?? 0)
        + (3 * ((entry.Note?.Length ?? 0) + (entry.Metadata?.Length ?? 0)));

    private static int Encode(
        Span<byte> buffer, WalletId wallet, in EntryHash previous, Entry entry)
    {
        var writer = new Writer(buffer);
        writer.Byte(FormatVersion);
        writer.Hash(previous);
        writer.Text(wallet.Value);
        writer.Long(entry.Seq);
        writer.Byte((byte)entry.Kind);
        writer.Byte((byte)entry.Account);
        writer.Text(entry.Amount?.Currency.Code);
        writer.Wide(entry.Amount?.Minor ?? 0);
        writer.Wide(entry.Available);
        writer.Wide(entry.Locked);
        writer.Text(entry.Type.Value);
        writer.Text(entry.Reference.Value);
        writer.Text(entry.Counterparty?.Value);
        writer.Text(entry.Hold?.Value);
        writer.Long(entry.ExpiresAt is { } expiry ? Microseconds(expiry) : long.MinValue);
        writer.Text(entry.Note);
        writer.Text(entry.Metadata);
        writer.Byte((byte)(entry.Leg >> 8));
        writer.Byte((byte)entry.Leg);
        writer.Long(entry.Link?.WalletNo ?? 0);
        writer.Long(entry.Link?.Seq ?? 0);
        writer.Long(Microseconds(entry.At));
        return writer.Written;
    }

    private static long Microseconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private ref struct Writer(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;

        public int Written { get; private set; }

        public void Byte(byte value) => _buffer[Written++] = value;

        public void Long(long value)
        {
            BinaryPrimitives.WriteInt64BigEndian(_buffer[Written..], value);
            Written += 8;
        }

        public void Wide(Int128 value)
        {
            BinaryPrimitives.WriteInt128BigEndian(_buffer[Written..], value);
            Written += 16;
        }

        public void Hash(in EntryHash value)
        {
            value.CopyTo(_buffer[Written..]);
            Written += EntryHash.Size;
        }

        public void Text(string? value)
        {
            var length = value is null ? -1 : Encoding.UTF8.GetBytes(value, _buffer[(Written + 4)..]);
            BinaryPrimitives.WriteInt32BigEndian(_buffer[Written..], length);
            Written += 4 + Math.Max(length, 0);
        }
    }
}
