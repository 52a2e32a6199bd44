using System.Collections.Concurrent;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Chaos.Calls;

/// <summary>Holds that were acknowledged; some may be used up. Thread-safe.</summary>
public sealed class Holds
{
    private const int RememberedMax = 400;

    private readonly ConcurrentQueue<(string Wallet, string Name, Currency Currency)> _open = new();

    public void Add(Operation locked)
    {
        _open.Enqueue((locked.Wallet, locked.Reference, locked.Currency));
        if (_open.Count > RememberedMax)
        {
            _open.TryDequeue(out _);
        }
    }

    /// <summary>One of them; it goes back to the end, so that it is met again.</summary>
    public (string Wallet, string Name, Currency Currency)? Pick()
    {
        if (!_open.TryDequeue(out var hold))
        {
            return null;
        }

        _open.Enqueue(hold);
        return hold;
    }
}
