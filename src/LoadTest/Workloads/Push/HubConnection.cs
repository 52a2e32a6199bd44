using System.Net.WebSockets;
using OrleansWallet.LoadTest.Workloads.Http;

namespace OrleansWallet.LoadTest.Workloads.Push;

/// <summary>
/// One connection to the balance hub, by WebSocket and the JSON hub protocol, without the
/// negotiation that a WebSocket does not need. What it hears goes to <see cref="Versions"/>.
/// </summary>
internal sealed class HubConnection(LoadUser user, PushLatency latency) : IAsyncDisposable
{
    private static readonly byte[] _handshake =
        [.. """{"protocol":"json","version":1}"""u8, HubFrames.Separator];

    private static readonly byte[] _ping = [.. """{"type":6}"""u8, HubFrames.Separator];
    private static readonly TimeSpan _closing = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly HubFrames _frames = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ready =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task _receiving = Task.CompletedTask;

    public LoadUser User => user;

    public FeedVersions Versions { get; } = new();

    /// <summary>Why the connection ended before it was told to; null while it lives.</summary>
    public string? Failure { get; private set; }

    /// <summary>Connects and waits for the first balances.</summary>
    /// <exception cref="WebSocketException">The grid does not take the connection.</exception>
    /// <exception cref="LoadFailedException">The hub does not send balances.</exception>
    public async Task StartAsync(Uri hub, CancellationToken cancellationToken)
    {
        _socket.Options.SetRequestHeader("Authorization", user.Authorization);
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.Proxy = null;
        await _socket.ConnectAsync(hub, cancellationToken);
        await SendAsync(_handshake, cancellationToken);
        _receiving = ReceiveAsync();
        await _ready.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Keeps the hub from taking the connection for dead.</summary>
    public Task PingAsync(CancellationToken cancellationToken) =>
        Failure is null ? SendAsync(_ping, cancellationToken) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(_closing);
        try
        {
            if (_socket.State == WebSocketState.Open)
            {
                await _socket.CloseOutputAsync(
                    WebSocketCloseStatus.NormalClosure, null, patience.Token);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It is being closed anyway.
        }

        // Only now: it aborts the socket.
        await _stop.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _stop.Dispose();
    }

    private Task SendAsync(byte[] message, CancellationToken cancellationToken) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, true, cancellationToken);

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(_frames.Room(), _stop.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    throw new WebSocketException("the hub closed the connection");
                }

                _frames.Received(received.Count);
                while (_frames.TryTake(out var message))
                {
                    Take(HubMessage.Read(message.Span));
                }
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // Told to.
        }
        catch (Exception failure)
        {
            Failure = failure.Message;
            _ready.TrySetException(new LoadFailedException($"the hub: {failure.Message}"));
        }
    }

    private void Take(HubMessage message)
    {
        if (message.Error is not null || message.Type == HubMessage.Close)
        {
            throw new WebSocketException(message.Error ?? "the hub ended the connection");
        }

        if (message.IsUpdate)
        {
            latency.Record(message.At);
            Versions.TakeUpdate(message.Version, message.FromVersion);
        }
        else if (message.IsInitial)
        {
            Versions.TakeInitial(message.Version);
            _ready.TrySetResult();
        }
    }
}
