using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace OrleansWallet.LoadTest.Tests;

/// <summary>A hub on loopback that takes one connection, sends its messages and closes.</summary>
internal sealed class StubHub : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string[] _messages;

    public StubHub(params string[] messages)
    {
        _messages = messages;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        Address = new Uri($"ws://127.0.0.1:{port}/balance");
        Served = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>Ends when the connection was closed.</summary>
    public Task Served { get; }

    public string? Authorization { get; private set; }

    public string? Handshake { get; private set; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        var context = await _listener.GetContextAsync();
        Authorization = context.Request.Headers["Authorization"];
        var socket = (await context.AcceptWebSocketAsync(null)).WebSocket;
        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        Handshake = Encoding.UTF8.GetString(buffer, 0, received.Count);
        foreach (var message in _messages.Prepend("{}"))
        {
            await socket.SendAsync(
                Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, true,
                CancellationToken.None);
        }

        await socket.CloseOutputAsync(
            WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }
}
