using System.Buffers.Binary;

namespace OrleansWallet.LoadTest.Http;

/// <summary>The key of one operation: a UUID of version 7, as clients should send.</summary>
/// <param name="Value">Of the operation; its retries have it too.</param>
internal readonly record struct LoadKey(Guid Value)
{
    private const int TimeSize = 6;
    private const int Version = 0x70;
    private const int Variant = 0x80;

    /// <summary>A new one, without asking the system for randomness a million times a minute.</summary>
    public static LoadKey New()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() << 16);
        Random.Shared.NextBytes(bytes[TimeSize..]);
        bytes[6] = (byte)(Version | (bytes[6] & 0x0F));
        bytes[8] = (byte)(Variant | (bytes[8] & 0x3F));
        return new LoadKey(new Guid(bytes, bigEndian: true));
    }

    public Utf8Buffer AddTo(Utf8Buffer buffer) => buffer.Add(Value);

    public override string ToString() => Value.ToString();
}
