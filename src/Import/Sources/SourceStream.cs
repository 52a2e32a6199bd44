using System.Buffers.Binary;
using System.IO.Compression;

namespace OrleansWallet.Import.Sources;

/// <summary>An export's bytes, unpacked when they are gzipped, whatever the file is called.</summary>
internal sealed class SourceStream : Stream
{
    private const int TrailerBytes = 4;
    private static readonly byte[] _gzipMagic = [0x1f, 0x8b];

    private readonly FileStream _file;
    private readonly Stream _plain;
    private readonly uint? _sizeTold;
    private uint _sizeRead;

    private SourceStream(FileStream file, uint? sizeTold)
    {
        _file = file;
        _sizeTold = sizeTold;
        _plain = sizeTold is null ? file : new GZipStream(file, CompressionMode.Decompress);
    }

    /// <summary>Bytes of the file, as it is on the disk.</summary>
    public long FileLength => _file.Length;

    /// <summary>How many of them have been read.</summary>
    public long FilePosition => _file.Position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static SourceStream Open(string path)
    {
        var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16,
            FileOptions.SequentialScan);
        try
        {
            Span<byte> magic = stackalloc byte[2];
            var gzipped = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == 2
                && magic.SequenceEqual(_gzipMagic);
            var size = gzipped ? ReadSize(file) : (uint?)null;
            file.Position = 0;
            return new SourceStream(file, size);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <exception cref="SourceException">The packed file is damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = _plain.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw new SourceException($"the gzip data is damaged: {e.Message}", e);
        }

        _sizeRead = unchecked(_sizeRead + (uint)count);
        // The unpacking stream takes a file that was cut short for one that has ended.
        if (count == 0 && !buffer.IsEmpty && _sizeTold is { } size && size != _sizeRead)
        {
            throw new SourceException(
                "the gzip file is cut short, or made of several: unpack it first");
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _plain.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    // The last four bytes tell how long the plain data is, modulo 2^32.
    private static uint ReadSize(FileStream file)
    {
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        file.Seek(-Math.Min(TrailerBytes, file.Length), SeekOrigin.End);
        file.ReadAtLeast(trailer, TrailerBytes, throwOnEndOfStream: false);
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }
}
