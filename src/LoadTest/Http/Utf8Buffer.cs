using System.Buffers.Text;
using System.Text;

namespace OrleansWallet.LoadTest.Http;

/// <summary>UTF-8 bytes put together piece by piece; serves again and again. Not thread-safe.
/// </summary>
internal sealed class Utf8Buffer(int capacity)
{
    private const int NumberLengthMax = 20;
    private const int UuidLength = 36;

    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    /// <summary>Valid until the next change.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public Utf8Buffer Clear()
    {
        Length = 0;
        return this;
    }

    public Utf8Buffer Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public Utf8Buffer Add(string text)
    {
        Length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));
        return this;
    }

    public Utf8Buffer Add(long number)
    {
        Utf8Formatter.TryFormat(number, Room(NumberLengthMax), out var written);
        Length += written;
        return this;
    }

    public Utf8Buffer Add(Guid uuid)
    {
        uuid.TryFormat(Room(UuidLength), out var written);
        Length += written;
        return this;
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - Length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        }

        return _bytes.AsSpan(Length);
    }
}
