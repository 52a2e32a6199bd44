using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>Each committed entry belongs to exactly one key, so no key did anything twice.</summary>
internal static class KeyCoverage
{
    public static void Check(IEnumerable<ModelWallet> wallets, SimDatabase database)
    {
        var ranges = new Dictionary<long, SortedDictionary<long, int>>();
        foreach (var key in database.Keys.Values)
        {
            if (key.Write.EntryCount == 0)
            {
                continue;
            }

            if (!ranges.TryGetValue(key.WalletNo, out var ofWallet))
            {
                ranges.Add(key.WalletNo, ofWallet = []);
            }

            if (!ofWallet.TryAdd(key.Write.Seq, key.Write.EntryCount)
                && ofWallet[key.Write.Seq] != key.Write.EntryCount)
            {
                throw new BreachException(
                    "3 at most once", $"keys overlap at {key.WalletNo}.{key.Write.Seq}", []);
            }
        }

        foreach (var wallet in wallets)
        {
            long next = 1;
            foreach (var (seq, count) in ranges.GetValueOrDefault(wallet.No) ?? [])
            {
                if (seq != next)
                {
                    throw wallet.Breach("3 at most once", $"entry {next} has no key of its own");
                }

                next = seq + count;
            }

            if (next != wallet.Seq + 1)
            {
                throw wallet.Breach("3 at most once", $"entry {next} has no key of its own");
            }
        }
    }
}
