using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// Rows in PostgreSQL's binary COPY format: for many rows several times cheaper than parameters,
/// for the server above all.
/// </summary>
/// <remarks>The caller writes the columns in the order of the statement, row by row.</remarks>
internal sealed class CopyRows : IDisposable
{
    private const int StartSize = 1 << 16;

    // What the server gets at once of rows that are sent as they are written.
    private const int ChunkSize = 1 << 15;

    private const int NumericDigitsMax = 10;
    private const int NumericBase = 10_000;

    // Signature, flags and the length of an extension, as the documentation of COPY says.
    private static ReadOnlySpan<byte> Header =>
        [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly DateTimeOffset _epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(StartSize);
    private int _length;
    private NpgsqlRawCopyStream? _stream;

    /// <summary>Rows to be written first and sent then.</summary>
    public CopyRows() => Header.CopyTo(Take(Header.Length));

    /// <summary>Rows that are sent as they are written, so that the server takes the first while
    /// the last are not there yet. They end with <see cref="Complete"/>.</summary>
    /// <param name="connection">In the transaction that they belong to.</param>
    /// <param name="copy">A <c>copy … from stdin (format binary)</c>.</param>
    public CopyRows(NpgsqlConnection connection, string copy)
        : this() => _stream = connection.BeginRawBinaryCopy(copy);

    /// <summary>Rows that others take along: see <see cref="Send(CopyRows)"/>.</summary>
    public static CopyRows Part() => new() { Length = 0 };

    /// <summary>What is written and not sent, in bytes; set to less, the last of it goes.</summary>
    public int Length
    {
        get => _length;
        set => _length = value;
    }

    /// <summary>Sends rows that were written as a part.</summary>
    public void Send(CopyRows part)
    {
        WriteOut();
        _stream!.Write(part._buffer.AsSpan(0, part._length));
    }

    public void Row(short columns)
    {
        if (_stream is not null && _length >= ChunkSize)
        {
            WriteOut();
        }

        BinaryPrimitives.WriteInt16BigEndian(Take(2), columns);
    }

    public void Null() => BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);

    public void Smallint(int value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Field(2), (short)value);
    }

    public void Bigint(long value) => BinaryPrimitives.WriteInt64BigEndian(Field(8), value);

    public void Bigint(long? value)
    {
        if (value is { } known)
        {
            Bigint(known);
        }
        else
        {
            Null();
        }
    }

    public void Uuid(UInt128 value) => BinaryPrimitives.WriteUInt128BigEndian(Field(16), value);

    /// <summary>Room for a value of that many bytes, to be filled by the caller at once.</summary>
    public Span<byte> Bytea(int length) => Field(length);

    /// <summary>A timestamptz: microseconds since 2000.</summary>
    public void Timestamp(DateTimeOffset? value)
    {
        if (value is { } at)
        {
            Bigint((at.UtcTicks - _epoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        }
        else
        {
            Null();
        }
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        var field = Field(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, field);
    }

    /// <summary>A numeric without fraction: digits to the base of ten thousand.</summary>
    public void Numeric(Int128? value)
    {
        if (value is not { } whole)
        {
            Null();
            return;
        }

        Span<short> digits = stackalloc short[NumericDigitsMax];
        var count = 0;
        for (var rest = (UInt128)Int128.Abs(whole); rest > 0;)
        {
            if (rest <= ulong.MaxValue)
            {
                for (var small = (ulong)rest; small > 0; small /= NumericBase)
                {
                    digits[count++] = (short)(small % NumericBase);
                }

                break;
            }

            (rest, var digit) = UInt128.DivRem(rest, NumericBase);
            digits[count++] = (short)digit;
        }

        var field = Field(8 + (2 * count));
        BinaryPrimitives.WriteInt16BigEndian(field, (short)count);
        BinaryPrimitives.WriteInt16BigEndian(field[2..], (short)(count - 1));
        BinaryPrimitives.WriteUInt16BigEndian(field[4..], (ushort)(whole < 0 ? 0x4000 : 0));
        BinaryPrimitives.WriteInt16BigEndian(field[6..], 0);
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(field[(8 + (2 * i))..], digits[count - 1 - i]);
        }
    }

    /// <summary>Sends rows that were written before.</summary>
    /// <param name="connection">In the transaction that they belong to.</param>
    /// <param name="copy">A <c>copy … from stdin (format binary)</c>.</param>
    /// <exception cref="PostgresException">The server refuses a row.</exception>
    public void Send(NpgsqlConnection connection, string copy)
    {
        _stream = connection.BeginRawBinaryCopy(copy);
        End();
        Complete();
    }

    /// <summary>The last row is written: sends what is left, and does not wait.</summary>
    public void End()
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);
        WriteOut();
    }

    /// <summary>Waits until the server has taken all rows.</summary>
    /// <exception cref="PostgresException">It refuses one.</exception>
    public void Complete()
    {
        var stream = _stream;
        _stream = null;
        stream?.Dispose();
    }

    /// <summary>Rows that are not complete are taken back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        try
        {
            _stream?.Cancel();
        }
        catch (Exception)
        {
            // What kept the rows from being completed tells more.
        }
    }

    private void WriteOut()
    {
        _stream!.Write(_buffer.AsSpan(0, _length));
        _length = 0;
    }

    private Span<byte> Field(int length)
    {
        var field = Take(4 + length);
        BinaryPrimitives.WriteInt32BigEndian(field, length);
        return field[4..];
    }

    private Span<byte> Take(int length)
    {
        if (_length + length > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + length));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var taken = _buffer.AsSpan(_length, length);
        _length += length;
        return taken;
    }
}
