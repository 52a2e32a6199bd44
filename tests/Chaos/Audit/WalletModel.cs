using OrleansWallet.Domain.Money;

namespace OrleansWallet.Chaos.Audit;

/// <summary>What a wallet holds by its callers' own reckoning, in minor units.</summary>
public sealed class WalletModel
{
    private readonly Dictionary<string, (Currency Currency, long Remaining)> _holds =
        new(StringComparer.Ordinal);

    private readonly Dictionary<Currency, (long Available, long Locked)> _balances = [];

    /// <summary>Entries taken so far.</summary>
    public long Version { get; set; }

    public IEnumerable<KeyValuePair<string, (Currency Currency, long Remaining)>> Holds => _holds;

    public IEnumerable<KeyValuePair<Currency, (long Available, long Locked)>> Balances =>
        _balances;

    public (long Available, long Locked) Balance(Currency currency) =>
        _balances.GetValueOrDefault(currency);

    public void Move(Currency currency, long available, long locked)
    {
        var before = Balance(currency);
        _balances[currency] = (before.Available + available, before.Locked + locked);
    }

    /// <summary>What remains of an open hold; null when there is none.</summary>
    public (Currency Currency, long Remaining)? Hold(string name) =>
        _holds.TryGetValue(name, out var hold) ? hold : null;

    /// <summary>Adds to a hold, or takes from it; an empty one is gone.</summary>
    public void MoveHold(string name, Currency currency, long minor)
    {
        var remaining = (Hold(name)?.Remaining ?? 0) + minor;
        if (remaining == 0)
        {
            _holds.Remove(name);
        }
        else
        {
            _holds[name] = (currency, remaining);
        }
    }
}
