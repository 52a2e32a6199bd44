using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Engines.Local;

/// <summary>The stream within one process: handlers are called as changes are published.</summary>
/// <param name="logger">Numbered events 2900–2999; none by default.</param>
public sealed partial class LocalBalanceStream(ILogger<LocalBalanceStream>? logger = null)
    : IBalanceStream
{
    private readonly ILogger _logger = logger ?? NullLogger<LocalBalanceStream>.Instance;
    private readonly ConcurrentDictionary<WalletId, ImmutableArray<Subscription>> _byWallet = new();

    public void Publish(BalanceChanges changes)
    {
        if (_byWallet.TryGetValue(changes.Wallet, out var subscriptions))
        {
            foreach (var subscription in subscriptions)
            {
                Publish(changes, subscription);
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

    // The publisher is a wallet that has yet to answer its callers.
    private void Publish(BalanceChanges changes, Subscription subscription)
    {
        try
        {
            subscription.Handler(changes);
        }
        catch (Exception e)
        {
            LogHandlerThrew(_logger, e);
        }
    }

    [LoggerMessage(2900, LogLevel.Error, "A handler of balance changes threw; it misses these")]
    private static partial void LogHandlerThrew(ILogger logger, Exception exception);

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
