using System.Collections.Concurrent;
using System.Collections.Immutable;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Engines.Local;

/// <summary>The stream within one process: handlers are called as changes are published.</summary>
public sealed class LocalBalanceStream : IBalanceStream
{
    private readonly ConcurrentDictionary<WalletId, ImmutableArray<Subscription>> _byWallet = new();

    public void Publish(BalanceChanges changes)
    {
        if (_byWallet.TryGetValue(changes.Wallet, out var subscriptions))
        {
            foreach (var subscription in subscriptions)
            {
                subscription.Handler(changes);
            }
        }
    }

    public bool HasSubscribers(WalletId wallet) => _byWallet.ContainsKey(wallet);

    public ValueTask<IAsyncDisposable> Subscribe(WalletId wallet, Action<BalanceChanges> handler)
    {
        var subscription = new Subscription(this, wallet, handler);
        _byWallet.AddOrUpdate(
            wallet,
            static (_, added) => [added],
            static (_, all, added) => all.Add(added),
            subscription);
        return ValueTask.FromResult<IAsyncDisposable>(subscription);
    }

    private void Remove(Subscription subscription)
    {
        while (_byWallet.TryGetValue(subscription.Wallet, out var all))
        {
            var rest = all.Remove(subscription);
            var removed = rest.IsEmpty
                ? _byWallet.TryRemove(KeyValuePair.Create(subscription.Wallet, all))
                : _byWallet.TryUpdate(subscription.Wallet, rest, all);
            if (removed)
            {
                return;
            }
        }
    }

    private sealed class Subscription(
        LocalBalanceStream stream, WalletId wallet, Action<BalanceChanges> handler)
        : IAsyncDisposable
    {
        public WalletId Wallet { get; } = wallet;

        public Action<BalanceChanges> Handler { get; } = handler;

        public ValueTask DisposeAsync()
        {
            stream.Remove(this);
            return ValueTask.CompletedTask;
        }
    }
}
