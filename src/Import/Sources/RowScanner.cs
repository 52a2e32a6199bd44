namespace OrleansWallet.Import.Sources;

/// <summary>
/// Cuts an export into rows without reading them, in memory that does not grow with the file: so
/// one row that is no JSON does not keep the next ones from being read.
/// </summary>
/// <exception cref="SourceException">The file can't be cut into rows to its end.</exception>
internal sealed class RowScanner(Stream stream)
{
    /// <summary>Longer rows are refused; the old database's own limit was 16 MB.</summary>
    public const int RowBytesMax = 1 << 26;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool? _isArray;
    private bool _arrayClosed;
    private long _line;
    private long _index = -1;

    /// <returns>False at the end of the file.</returns>
    public bool TryRead(out RawRow row)
    {
        _isArray ??= SkipOpening();
        return _isArray.Value ? TryReadElement(out row) : TryReadLine(out row);
    }

    private static bool IsBlank(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private bool TryReadLine(out RawRow row)
    {
        while (true)
        {
            var length = FindLineEnd();
            if (length == 0 && _isAtEnd && _start == _end)
            {
                row = default;
                return false;
            }

            var line = _buffer.AsMemory(_start, length);
            _start = Math.Min(_start + length + 1, _end);
            _line++;
            var trimmed = line.Trim(" \t\r"u8);
            if (!trimmed.IsEmpty)
            {
                row = new RawRow(trimmed, _line, null);
                return true;
            }
        }
    }

    private int FindLineEnd()
    {
        var seen = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + seen, _end - _start - seen).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return seen + at;
            }

            seen = _end - _start;
            if (!Fill())
            {
                return seen;
            }
        }
    }

    private bool TryReadElement(out RawRow row)
    {
        row = default;
        if (_arrayClosed || !SkipToElement())
        {
            return false;
        }

        var length = FindElementEnd();
        _index++;
        row = new RawRow(_buffer.AsMemory(_start, length), null, _index);
        _start += length;
        return true;
    }

    // At the first byte of an element, or behind the array's end and then the file's.
    private bool SkipToElement()
    {
        while (Peek() is { } c)
        {
            if (c == ']')
            {
                _start++;
                _arrayClosed = true;
                return SkipBlanks() is null
                    ? false
                    : throw new SourceException("there is more behind the end of the array");
            }

            if (!IsBlank(c) && c != ',')
            {
                return true;
            }

            _start++;
        }

        throw EndsInTheMiddle();
    }

    private int FindElementEnd()
    {
        var (depth, inText, escaped) = (0, false, false);
        for (var at = 0; ; at++)
        {
            if (_start + at == _end && !Fill())
            {
                throw EndsInTheMiddle();
            }

            var c = _buffer[_start + at];
            if (inText)
            {
                (inText, escaped) = (escaped || c != '"', !escaped && c == '\\');
                continue;
            }

            switch (c)
            {
                case (byte)'"':
                    inText = true;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when depth > 1:
                    depth--;
                    break;
                case (byte)'}' or (byte)']' when depth == 1:
                    return at + 1;
                case (byte)',' or (byte)']' when depth == 0:
                    return at;
            }
        }
    }

    private SourceException EndsInTheMiddle() => new(
        $"the file ends in the middle of the array, behind element {_index} (from 0)");

    // True when rows are elements of one array.
    private bool SkipOpening()
    {
        while (_end < 3 && Fill())
        {
        }

        ReadOnlySpan<byte> bom = [0xef, 0xbb, 0xbf];
        if (_buffer.AsSpan(0, _end).StartsWith(bom))
        {
            _start = bom.Length;
        }

        // Blank lines before the first object count as lines, hence no skipping of them here.
        for (var at = _start; ; at++)
        {
            if (at == _end)
            {
                var before = _start;
                if (!Fill())
                {
                    return false;
                }

                at -= before - _start;
            }

            if (!IsBlank(_buffer[at]))
            {
                _start = _buffer[at] == '[' ? at + 1 : _start;
                return _buffer[at] == '[';
            }
        }
    }

    private byte? SkipBlanks()
    {
        while (Peek() is { } c)
        {
            if (!IsBlank(c))
            {
                return c;
            }

            _start++;
        }

        return null;
    }

    private byte? Peek() => _start < _end || Fill() ? _buffer[_start] : null;

    // Keeps what is not consumed, at the buffer's front.
    private bool Fill()
    {
        if (_isAtEnd)
        {
            return false;
        }

        var kept = _end - _start;
        if (kept == RowBytesMax)
        {
            throw new SourceException($"a row is longer than {RowBytesMax >> 20} MB");
        }

        var target = kept == _buffer.Length ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, kept);
        var count = stream.Read(_buffer.AsSpan(_end));
        _end += count;
        _isAtEnd = count == 0;
        return count > 0;
    }
}
