using System.Buffers.Binary;

namespace OrleansWallet.LoadTest.Http;

/// <summary>The key of one operation: a UUID of version 7, as clients should send.</summary>
/// <param name="Value">Of the operation; its retries have it too.</param>
internal readonly record struct LoadKey(Guid Value)
{
    private const int TimeBits = 48;
    private const int TimeSize = 6;
    private const int Version = 0x70;
    private const int Variant = 0x80;

    /// <summary>
    /// A new one. <see cref="Guid.CreateVersion7()"/> asks the system for randomness each time, which
    /// was a seventh of what a credit to a hot wallet costs in the process.
    /// </summary>
    public static LoadKey New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes[TimeSize..]);
        var time = (ulong)DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() << (64 - TimeBits);
        BinaryPrimitives.WriteUInt64BigEndian(
            bytes, time | BinaryPrimitives.ReadUInt16BigEndian(bytes[TimeSize..]));
        bytes[6] = (byte)(Version | (bytes[6] & 0x0F));
        bytes[8] = (byte)(Variant | (bytes[8] & 0x3F));
        return new LoadKey(new Guid(bytes, bigEndian: true));
    }

    public Utf8Buffer AddTo(Utf8Buffer buffer) => buffer.Add(Value);

    public override string ToString() => Value.ToString();
}
