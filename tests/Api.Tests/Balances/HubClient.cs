using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using OrleansWallet.Api.Tests.Fakes;

namespace OrleansWallet.Api.Tests.Balances;

/// <summary>A client of the hub that speaks the JSON protocol over a bare WebSocket.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<HubMessage> _messages = Channel.CreateUnbounded<HubMessage>();
    private Task _reading = Task.CompletedTask;

    public WebSocketState State => _socket.State;

    /// <summary>Completes when the server has ended the connection.</summary>
    public Task Closed => _reading;

    public static async Task<HubClient> Connect(
        WalletHost host, string user, int? expiresMs = null)
    {
        var client = new HubClient();
        client._socket.Options.SetRequestHeader(FakeSignIn.User, user);
        if (expiresMs is { } lifetime)
        {
            client._socket.Options.SetRequestHeader(FakeSignIn.Expires, $"{lifetime}");
        }

        var address = new UriBuilder(host.Address) { Scheme = "ws", Path = "/balance" };
        await client._socket.ConnectAsync(address.Uri, default);
        await client.Send("""{"protocol":"json","version":1}""");
        client._reading = client.Read();
        return client;
    }

    public Task Invoke(string method, params string[] arguments) =>
        Send($$"""{"type":1,"target":"{{method}}","arguments":[{{string.Join(",", arguments)}}]}""");

    /// <summary>The next message; it must be of this name.</summary>
    public async Task<JsonElement> Next(string target)
    {
        using var end = new CancellationTokenSource(_patience);
        var message = await _messages.Reader.ReadAsync(end.Token);
        Assert.Equal(target, message.Target);
        return message.Payload;
    }

    /// <summary>True when nothing comes for a while.</summary>
    public async Task<bool> IsQuiet()
    {
        await Task.Delay(200);
        return !_messages.Reader.TryPeek(out _);
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task Send(string json) =>
        await _socket.SendAsync(
            Encoding.UTF8.GetBytes(json + End), WebSocketMessageType.Text, true, default);

    private async Task Read()
    {
        var buffer = new byte[16 * 1024];
        var text = new StringBuilder();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), default);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
                Take(text);
            }
        }
        catch (Exception error)
            when (error is WebSocketException or OperationCanceledException)
        {
            // The connection broke: the reader sees the end of the messages.
        }

        _messages.Writer.TryComplete();
    }

    private void Take(StringBuilder text)
    {
        var whole = text.ToString();
        var end = whole.LastIndexOf(End);
        text.Clear().Append(whole.AsSpan(end + 1));
        foreach (var record in whole[..(end + 1)].Split(End, StringSplitOptions.RemoveEmptyEntries))
        {
            var json = JsonDocument.Parse(record).RootElement;
            if (json.TryGetProperty("type", out var type) && type.GetInt32() == 1)
            {
                _messages.Writer.TryWrite(new HubMessage(
                    json.GetProperty("target").GetString()!, json.GetProperty("arguments")[0]));
            }
        }
    }

    private sealed record HubMessage(string Target, JsonElement Payload);
}
