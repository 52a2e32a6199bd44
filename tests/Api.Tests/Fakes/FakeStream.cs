using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>A stream that hands changes on at once, and can lose or double them.</summary>
public sealed class FakeStream : IBalanceStream
{
    private readonly Lock _gate = new();
    private readonly List<(WalletId Wallet, Action<BalanceChanges> Handler)> _handlers = [];

    /// <summary>True: everything is lost.</summary>
    public bool IsMute { get; set; }

    /// <summary>True: everything comes twice.</summary>
    public bool Doubles { get; set; }

    public int Subscribers
    {
        get
        {
            lock (_gate)
            {
                return _handlers.Count;
            }
        }
    }

    public void Publish(BalanceChanges changes)
    {
        Action<BalanceChanges>[] handlers;
        lock (_gate)
        {
            handlers = [.. _handlers.Where(h => h.Wallet == changes.Wallet).Select(h => h.Handler)];
        }

        for (var i = 0; i < (IsMute ? 0 : Doubles ? 2 : 1); i++)
        {
            foreach (var handler in handlers)
            {
                handler(changes);
            }
        }
    }

    public bool HasSubscribers(WalletId wallet)
    {
        lock (_gate)
        {
            return _handlers.Exists(h => h.Wallet == wallet);
        }
    }

    public ValueTask<IAsyncDisposable> Subscribe(WalletId wallet, Action<BalanceChanges> handler)
    {
        var subscription = (wallet, handler);
        lock (_gate)
        {
            _handlers.Add(subscription);
        }

        return new(new Subscription(() =>
        {
            lock (_gate)
            {
                _handlers.Remove(subscription);
            }
        }));
    }

    private sealed class Subscription(Action end) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            end();
            return default;
        }
    }
}
