using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace OrleansWallet.LoadTest.Http;

/// <summary>
/// One HTTP/1.1 connection that is kept alive, opened again when it broke. It does no more than
/// a load needs: one request at a time, sent as given. A client of the framework costs several
/// times as much processor time, which the grid beside it is to have. Not thread-safe.
/// </summary>
internal sealed class HttpConnection(Uri root) : IDisposable
{
    private byte[] _received = new byte[4096];
    private Stream? _stream;

    /// <param name="request">Head and body, byte for byte.</param>
    /// <param name="cancellationToken">Stops it, and closes the connection.</param>
    /// <returns>The answer; its body is valid until the next call.</returns>
    /// <exception cref="IOException">The connection broke; the grid may have acted.</exception>
    /// <exception cref="SocketException">There is no connection to be had.</exception>
    public async ValueTask<GridAnswer> ExchangeAsync(
        ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        try
        {
            _stream ??= await OpenAsync(cancellationToken);
            await _stream.WriteAsync(request, cancellationToken);
            return await ReadAsync(_stream, cancellationToken);
        }
        catch (Exception)
        {
            // What is still to come on it would be taken for the next answer.
            Close();
            throw;
        }
    }

    public void Dispose() => Close();

    private async ValueTask<GridAnswer> ReadAsync(
        Stream stream, CancellationToken cancellationToken)
    {
        var length = 0;
        ResponseHead head;
        do
        {
            length += await ReceiveAsync(stream, length, cancellationToken);
        }
        while (!ResponseHead.TryRead(_received.AsSpan(0, length), out head));

        int bodyLength;
        while (!IsWhole(head, length, out bodyLength))
        {
            length += await ReceiveAsync(stream, length, cancellationToken);
        }

        if (head.Closes)
        {
            Close();
        }

        return new GridAnswer(
            head.Status, head.IsReplayed, head.RetryAfter,
            _received.AsMemory(head.Length, bodyLength));
    }

    private bool IsWhole(ResponseHead head, int length, out int bodyLength)
    {
        bodyLength = head.ContentLength ?? 0;
        return head.IsChunked
            ? ChunkedBody.TryJoin(_received.AsSpan(head.Length..length), out bodyLength)
            : length >= head.Length + bodyLength;
    }

    private async ValueTask<int> ReceiveAsync(
        Stream stream, int at, CancellationToken cancellationToken)
    {
        if (at == _received.Length)
        {
            Array.Resize(ref _received, _received.Length * 2);
        }

        var read = await stream.ReadAsync(_received.AsMemory(at), cancellationToken);
        return read > 0 ? read : throw new IOException("the connection was closed");
    }

    private async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(root.Host, root.Port), cancellationToken);
            var plain = new NetworkStream(socket, ownsSocket: true);
            return root.Scheme == Uri.UriSchemeHttps
                ? await SecureAsync(plain, cancellationToken)
                : plain;
        }
        catch (Exception)
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<SslStream> SecureAsync(Stream plain, CancellationToken cancellationToken)
    {
        var secure = new SslStream(plain);
        var options = new SslClientAuthenticationOptions { TargetHost = root.Host };
        await secure.AuthenticateAsClientAsync(options, cancellationToken);
        return secure;
    }

    private void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }
}
