using System.Text.Json;
using OrleansWallet.LoadTest.Histograms;
using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Workloads.Http;

namespace OrleansWallet.LoadTest.Workloads.Push;

/// <summary>
/// Credits to users whose balances hub connections follow. Its latency is that of the push, from
/// the change's own time to the handler; in the end each connection must have heard of every change.
/// </summary>
internal sealed class PushWorkload : IWorkload, IAsyncDisposable
{
    private const int ConnectingAtOnce = 16;
    private const string HubPath = "/balance";

    // Below what a hub takes for dead, which is 30 seconds.
    private static readonly TimeSpan _pingInterval = TimeSpan.FromSeconds(10);

    // The hub looks for changes that it was not told of every 5 seconds.
    private static readonly TimeSpan _lastChangeMax = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(50);

    private readonly HttpTarget _target;
    private readonly int _userCount;
    private readonly int _connectionCount;
    private readonly Picker _picker;
    private readonly PushLatency _latency;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly CancellationTokenSource _stop = new();
    private IReadOnlyList<LoadUser> _users = [];
    private HubConnection[] _connections = [];
    private Task _pinging = Task.CompletedTask;

    public PushWorkload(HttpTarget target, LoadOptions options)
    {
        _target = target;
        _connectionCount = options.Connections;
        _userCount = Math.Min(options.Users, options.Connections);
        _picker = new Picker(_userCount, options.Zipf);
        _latency = new PushLatency(_time);
    }

    public string Unit => "credits";

    public LatencyHistogram Latency => _latency.Histogram;

    public IReadOnlyList<LoadFact> Facts =>
    [
        new("connections", _connectionCount),
        new("users", _userCount),
        new("pushed", _connections.Sum(connection => connection.Versions.Received)),
        new("measured", Latency.Count),
        new("coalesced", _connections.Sum(connection => connection.Versions.Coalesced)),
    ];

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _users = await _target.RegisterAsync(_userCount, cancellationToken);
        _connections =
        [
            .. Enumerable.Range(0, _connectionCount)
                .Select(i => new HubConnection(_users[i % _userCount], _latency)),
        ];
        var hub = Hub(_target.Client.Root);
        await Parallel.ForEachAsync(
            _connections,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = ConnectingAtOnce,
                CancellationToken = cancellationToken,
            },
            async (connection, stop) => await connection.StartAsync(hub, stop));
        _pinging = PingAsync();
    }

    public void BeginMeasuring() => _latency.Begin();

    public async ValueTask<LoadOutcome> RunAsync(
        long number, CancellationToken cancellationToken) =>
        LoadOutcome.Of(await _target.Commands.CreditAsync(
            _users[_picker.Pick(number)].Wallet, 100, number, cancellationToken));

    public async Task<IReadOnlyList<string>> FinishAsync(CancellationToken cancellationToken)
    {
        var heads = new Dictionary<LoadUser, long>();
        foreach (var user in _users)
        {
            heads[user] = await HeadAsync(user, cancellationToken);
        }

        var began = _time.GetTimestamp();
        while (_connections.Any(c => c.Versions.Last < heads[c.User] && c.Failure is null)
            && _time.GetElapsedTime(began) < _lastChangeMax)
        {
            await Task.Delay(_poll, _time, cancellationToken);
        }

        return [.. _connections.Select(c => Check(c, heads[c.User])).OfType<string>()];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pinging;
        await Task.WhenAll(_connections.Select(c => c.DisposeAsync().AsTask()));
        _stop.Dispose();
    }

    private static string? Check(HubConnection connection, long head)
    {
        var versions = connection.Versions;
        return (connection.Failure, versions.Breach) switch
        {
            ({ } failure, _) => $"a connection of {connection.User} broke: {failure}",
            (_, { } breach) => $"a connection of {connection.User}: {breach}",
            _ when versions.Last != head =>
                $"a connection of {connection.User} heard up to version {versions.Last}, "
                + $"the wallet is at {head}",
            _ => null,
        };
    }

    private static Uri Hub(Uri root) => new UriBuilder(root)
    {
        Scheme = root.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs,
        Path = root.AbsolutePath.TrimEnd('/') + HubPath,
    }.Uri;

    private async Task<long> HeadAsync(LoadUser user, CancellationToken cancellationToken)
    {
        using var lane = new GridLane(_target.Client);
        lane.Call.Get(_target.Client.Routes.Balances(user.Wallet.Id.Value));
        var answer = await lane.SendAsync(cancellationToken);
        return JsonSerializer.Deserialize(answer.Body.Span, GridJson.Default.BalancesAnswer)
            ?.Version ?? throw new InvalidDataException("balances were answered without a version");
    }

    private async Task PingAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(_pingInterval, _time, _stop.Token);
                await Task.WhenAll(_connections.Select(c => PingAsync(c, _stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    // A connection that can't be written to is told of by its receiver.
    private static async Task PingAsync(
        HubConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.PingAsync(cancellationToken);
        }
        catch (Exception gone) when (gone is not OperationCanceledException)
        {
        }
    }
}
