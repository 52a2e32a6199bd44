using OrleansWallet.Contracts.Wallets;

namespace OrleansWallet.Grains.Wallets;

/// <summary>The last durable answers of a wallet by key: a cache in front of the journal.</summary>
internal sealed class RecentAnswers(int max)
{
    // Wallets that are only read, which are most, have none.
    private Dictionary<UInt128, (UInt128 Fingerprint, WalletAnswer Answer)>? _byKey;
    private Queue<UInt128>? _order;

    public bool TryGet(UInt128 key, out UInt128 fingerprint, out WalletAnswer answer)
    {
        if (_byKey is not null && _byKey.TryGetValue(key, out var recent))
        {
            (fingerprint, answer) = recent;
            return true;
        }

        (fingerprint, answer) = (default, null!);
        return false;
    }

    public void Add(UInt128 key, UInt128 fingerprint, WalletAnswer answer)
    {
        _byKey ??= [];
        _order ??= [];
        if (!_byKey.TryAdd(key, (fingerprint, answer)))
        {
            return;
        }

        _order.Enqueue(key);
        if (_order.Count > max)
        {
            _byKey.Remove(_order.Dequeue());
        }
    }

    public void Clear() => (_byKey, _order) = (null, null);
}
