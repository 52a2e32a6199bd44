using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Contracts.Balances;

/// <summary>
/// The engine's stream of committed changes. A hint: events may be lost, doubled or late, and
/// whoever must be complete fills gaps from the journal by the version. Thread-safe.
/// </summary>
public interface IBalanceStream
{
    /// <summary>Publishes changes that are durable. Never throws and never waits.</summary>
    void Publish(BalanceChanges changes);

    /// <summary>True when somebody may listen to this wallet; saves building events for none.</summary>
    bool HasSubscribers(WalletId wallet);

    /// <summary>Hears the changes of <paramref name="wallet"/> from now on.</summary>
    /// <param name="wallet">Whose.</param>
    /// <param name="handler">Called in order per publisher; must return fast and not throw.</param>
    /// <returns>Ends the subscription.</returns>
    ValueTask<IAsyncDisposable> Subscribe(WalletId wallet, Action<BalanceChanges> handler);
}
