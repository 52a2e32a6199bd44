using System.Runtime.InteropServices;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Import.Balances;

/// <summary>
/// All balances to import, and each collection's totals. The only part whose size grows with the
/// exports: by users and currencies.
/// </summary>
internal sealed class BalanceBook
{
    private readonly Dictionary<BalanceKey, BalanceSum> _balances = [];
    private readonly HashSet<string> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<TotalKey, BalanceTotal> _totals = [];

    public int Users => _users.Count;

    public IReadOnlyDictionary<BalanceKey, BalanceSum> Balances => _balances;

    public IEnumerable<BalanceTotal> Totals => _totals.Values;

    public BalanceTotal Total(TotalKey key)
    {
        ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(_totals, key, out _);
        return total ??= new BalanceTotal(key);
    }

    public BalanceSum? Find(BalanceKey key) =>
        _balances.TryGetValue(key, out var sum) ? sum : null;

    /// <returns>False, and nothing changed, when the sums would be too large.</returns>
    public bool TryAdd(BalanceKey key, Int128 available, Int128 locked, long row, bool hasId)
    {
        var sum = Find(key) ?? default;
        if (sum.Available + available > Amount.MinorMax || sum.Locked + locked > Amount.MinorMax)
        {
            return false;
        }

        _balances[key with { User = Intern(key.User) }] = sum with
        {
            Available = sum.Available + available,
            Locked = sum.Locked + locked,
            LastRow = row,
            HasRowWithoutId = sum.HasRowWithoutId || !hasId,
        };
        return true;
    }

    private string Intern(string user)
    {
        if (_users.TryGetValue(user, out var known))
        {
            return known;
        }

        _users.Add(user);
        return user;
    }
}
