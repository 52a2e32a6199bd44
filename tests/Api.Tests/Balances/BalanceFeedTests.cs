using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.Balances;
using OrleansWallet.Api.Tests.Fakes;

namespace OrleansWallet.Api.Tests.Balances;

/// <summary>Feeds whose client is slow or broken.</summary>
public sealed class BalanceFeedTests : IAsyncLifetime
{
    private WalletHost _host = null!;
    private BalanceFeeds _feeds = null!;

    public async Task InitializeAsync()
    {
        _host = await WalletHost.Start(o => o.FeedPendingMax = 8);
        _feeds = _host.Services.GetRequiredService<BalanceFeeds>();
        _host.Users.Add("ann");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Client_WhenSlow_HearsTheLatestWithoutAGap()
    {
        using var sink = new SlowSink();
        var feed = _feeds.Open(new("ann"), sink);
        sink.Release();
        await Eventually.Is(() => sink.Sent.Count == 1);
        var service = _host.As("service");
        for (var i = 0; i < 100; i++)
        {
            await service.Credit("ann", "1");
        }

        sink.Release(int.MaxValue / 2);
        await Eventually.Is(() => sink.Updates is [.., { Version: 100 }]);

        var updates = sink.Updates;
        Assert.InRange(updates.Count, 2, 20);
        Assert.Equal("100.00", updates[^1].Available);
        var told = 0L;
        foreach (var update in updates)
        {
            Assert.Equal(told, update.FromVersion ?? (update.Version - 1));
            told = update.Version;
        }

        await _feeds.Close(feed);
    }

    [Fact]
    public async Task Client_WhenItNeverTakesAnything_CanBeClosed()
    {
        using var sink = new SlowSink();
        var feed = _feeds.Open(new("ann"), sink);
        await Eventually.Is(() => _host.Grid.Stream.Subscribers == 1);

        await _feeds.Close(feed).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(0, _host.Grid.Stream.Subscribers);
    }

    [Fact]
    public async Task Client_WhenSendingFails_StartsOverFromAllBalances()
    {
        using var sink = new SlowSink { FailuresLeft = 1 };
        sink.Release(int.MaxValue / 2);

        var feed = _feeds.Open(new("ann"), sink);

        await Eventually.Is(() => sink.Sent.Any(s => s is InitialMessage));
        await _feeds.Close(feed);
    }

    private sealed class SlowSink : IFeedSink, IDisposable
    {
        private readonly SemaphoreSlim _room = new(0);
        private readonly Lock _gate = new();
        private readonly List<object> _sent = [];

        public int FailuresLeft { get; set; }

        public IReadOnlyList<object> Sent
        {
            get
            {
                lock (_gate)
                {
                    return [.. _sent];
                }
            }
        }

        public IReadOnlyList<UpdateMessage> Updates => [.. Sent.OfType<UpdateMessage>()];

        public void Dispose() => _room.Dispose();

        public void Release(int count = 1) => _room.Release(count);

        public async Task Send(string method, object payload, CancellationToken cancellationToken)
        {
            await _room.WaitAsync(cancellationToken);
            if (FailuresLeft-- > 0)
            {
                throw new IOException("broken");
            }

            lock (_gate)
            {
                _sent.Add(payload);
            }
        }
    }
}
