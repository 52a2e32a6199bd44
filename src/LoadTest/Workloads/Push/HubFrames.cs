namespace OrleansWallet.LoadTest.Workloads.Push;

/// <summary>
/// The messages of the JSON hub protocol in what a connection received: each ends with a record
/// separator, wherever the frames of the socket do. Not thread-safe.
/// </summary>
internal sealed class HubFrames
{
    /// <summary>Ends every message (U+001E).</summary>
    public const byte Separator = 0x1E;

    private byte[] _received = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>Room for more; tell afterwards how much of it was used.</summary>
    public Memory<byte> Room()
    {
        if (_start > 0)
        {
            // Only the beginning of a message is left, if anything.
            _received.AsSpan(_start, _end - _start).CopyTo(_received);
            _end -= _start;
            _start = 0;
        }

        if (_end == _received.Length)
        {
            Array.Resize(ref _received, _received.Length * 2);
        }

        return _received.AsMemory(_end);
    }

    public void Received(int length) => _end += length;

    /// <param name="message">Without its end; valid until the next <see cref="Room"/>.</param>
    /// <returns>False when no whole message is left.</returns>
    public bool TryTake(out ReadOnlyMemory<byte> message)
    {
        var length = _received.AsSpan(_start, _end - _start).IndexOf(Separator);
        message = length < 0 ? default : _received.AsMemory(_start, length);
        _start += length + 1;
        return length >= 0;
    }
}
