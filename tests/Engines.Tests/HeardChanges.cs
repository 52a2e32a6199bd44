using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Tests;

/// <summary>What one subscription heard, in the order in which it did.</summary>
internal sealed class HeardChanges
{
    private readonly Lock _lock = new();
    private readonly List<BalanceChanges> _changes = [];

    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _changes.SelectMany(c => c.Entries)];
            }
        }
    }

    public IReadOnlyList<WalletId> Wallets
    {
        get
        {
            lock (_lock)
            {
                return [.. _changes.Select(c => c.Wallet)];
            }
        }
    }

    public void Add(BalanceChanges changes)
    {
        lock (_lock)
        {
            _changes.Add(changes);
        }
    }
}
