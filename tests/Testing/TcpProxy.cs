using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OrleansWallet.Testing;

/// <summary>
/// A proxy on the loopback between a client and its server. It can cut the client's side of every
/// connection while the server's side stays open, as when a network fails on the way.
/// </summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Link, bool> _links = new();
    private readonly string _host;
    private readonly int _port;
    private readonly Task _accepting;
    private volatile bool _refusing;

    public TcpProxy(string host, int port)
    {
        _host = host;
        _port = port;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Asked for each piece that a client sends; true cuts it before it is passed on.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? CutBefore { get; set; }

    /// <summary>
    /// Asked for each piece that the server sends; a number passes so many bytes of it and ends
    /// the client's side in order.
    /// </summary>
    public Func<ReadOnlyMemory<byte>, int?>? EndAfter { get; set; }

    /// <summary>Ends the clients' sides; the server is told nothing.</summary>
    public void CutClients()
    {
        foreach (var link in _links.Keys)
        {
            link.CutClient();
        }
    }

    /// <summary>New connections are closed at once until <see cref="Resume"/>.</summary>
    public void Refuse() => _refusing = true;

    public void Resume() => _refusing = false;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        foreach (var link in _links.Keys)
        {
            link.Dispose();
        }
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                if (_refusing)
                {
                    client.Dispose();
                    continue;
                }

                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await server.ConnectAsync(_host, _port);
                var link = new Link(client, server);
                _links[link] = true;
                _ = link.Run(
                    piece => CutBefore?.Invoke(piece) ?? false, piece => EndAfter?.Invoke(piece));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private sealed class Link(Socket client, Socket server) : IDisposable
    {
        private readonly Lock _lock = new();
        private bool _closed;
        private bool _cut;

        public async Task Run(
            Func<ReadOnlyMemory<byte>, bool> cutBefore, Func<ReadOnlyMemory<byte>, int?> endAfter)
        {
            client.NoDelay = server.NoDelay = true;
            await Task.WhenAll(
                Pump(client, server, cutBefore, _ => null),
                Pump(server, client, _ => false, endAfter));
        }

        // Reset, not an orderly end. A link that its own ends have closed has nothing to cut.
        public void CutClient()
        {
            lock (_lock)
            {
                if (_cut || _closed)
                {
                    return;
                }

                _cut = true;
                client.Close(0);
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _closed = true;
                End(client);
                End(server);
            }
        }

        private async Task Pump(
            Socket from, Socket to, Func<ReadOnlyMemory<byte>, bool> cutBefore,
            Func<ReadOnlyMemory<byte>, int?> endAfter)
        {
            var buffer = new byte[64 * 1024];
            try
            {
                while (true)
                {
                    var read = await from.ReceiveAsync(buffer);
                    if (read > 0 && cutBefore(buffer.AsMemory(0, read)))
                    {
                        CutClient();
                        return;
                    }

                    if (read == 0)
                    {
                        break;
                    }

                    var last = endAfter(buffer.AsMemory(0, read));
                    await SendAll(to, buffer.AsMemory(0, last ?? read));
                    if (last is not null)
                    {
                        to.Shutdown(SocketShutdown.Send);
                        return;
                    }
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // One side is gone.
            }

            EndUnlessCut();
        }

        // A cut link keeps the server's side open: the server is told nothing.
        private void EndUnlessCut()
        {
            lock (_lock)
            {
                if (!_cut)
                {
                    Dispose();
                }
            }
        }

        // In order: closing alone resets a connection that is being read.
        private static void End(Socket socket)
        {
            try
            {
                socket.Shutdown(SocketShutdown.Both);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Ended already.
            }

            socket.Dispose();
        }

        private static async Task SendAll(Socket to, ReadOnlyMemory<byte> piece)
        {
            while (piece.Length > 0)
            {
                piece = piece[await to.SendAsync(piece)..];
            }
        }
    }
}
