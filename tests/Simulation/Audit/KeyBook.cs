using OrleansWallet.Domain.Ids;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Audit;

/// <summary>All keys that were ever asked with.</summary>
internal sealed class KeyBook(SimScheduler scheduler)
{
    // By their origin too: were the texts of two origins the same, it would be seen.
    private readonly Dictionary<(KeyOrigin Origin, string Text), KeyHistory> _keys = [];
    private readonly Dictionary<UInt128, KeyHistory> _byHash = [];

    public KeyHistory Of(CommandKey key)
    {
        if (!_keys.TryGetValue((key.Origin, key.Text), out var history))
        {
            history = new KeyHistory(key, scheduler.Now);
            _keys.Add((key.Origin, key.Text), history);
            _byHash.TryAdd(history.Hash, history);
        }

        return history;
    }

    /// <summary>A key took effect: somebody must not have been told that nothing was done.</summary>
    public void TookEffect(UInt128 hash)
    {
        if (_byHash.TryGetValue(hash, out var history))
        {
            CheckDenied(history);
        }
    }

    public static void CheckDenied(KeyHistory key)
    {
        if (key.IsDenied)
        {
            throw new BreachException(
                "4 not accepted means not done",
                $"key {key.Key.Text} took effect, and its callers were told that nothing was done", []);
        }
    }
}
