using System.Net.WebSockets;
using System.Text;

namespace OrleansWallet.Api.Tests.Fuzz;

/// <summary>A connection to the hub over which anything can be sent.</summary>
internal sealed class HubSocket : IAsyncDisposable
{
    public const char End = '\u001e';
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly StringBuilder _heard = new();

    /// <summary>All that the server has said.</summary>
    public string Heard => _heard.ToString();

    public bool IsOpen => _socket.State == WebSocketState.Open;

    public static async Task<HubSocket> Connect(Uri address, string token)
    {
        var hub = new HubSocket();
        hub._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        var place = new UriBuilder(address) { Scheme = "ws", Path = "/balance" };
        await hub._socket.ConnectAsync(place.Uri, default);
        return hub;
    }

    public async Task ShakeHands()
    {
        await Send(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}" + End));
        Assert.True(await Hears("{}"), $"no handshake: {Heard}");
    }

    /// <summary>Sends one message; a server that has hung up meanwhile is no error.</summary>
    public async Task Send(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        try
        {
            await _socket.SendAsync(bytes, type, true, default);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException
            or OperationCanceledException)
        {
            // Closed, or broken while this was sent: the reading tells.
        }
    }

    /// <summary>Waits for a text.</summary>
    /// <returns>False when the server has closed the connection instead.</returns>
    /// <exception cref="OperationCanceledException">Neither came.</exception>
    public async Task<bool> Hears(string text)
    {
        using var end = new CancellationTokenSource(_patience);
        var buffer = new byte[16 * 1024];
        while (!Heard.Contains(text, StringComparison.Ordinal))
        {
            try
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), end.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return false;
                }

                _heard.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            }
            catch (WebSocketException)
            {
                return false;
            }
            catch (OperationCanceledException) when (!end.IsCancellationRequested)
            {
                // The connection broke while something was being sent over it.
                return false;
            }
        }

        return true;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
