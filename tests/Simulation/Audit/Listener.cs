using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>
/// A client of the streams that recovers: keeps its position, leaves out what it has seen, and
/// fills a gap from the committed entries. It must see each version once, in order, as committed.
/// </summary>
internal sealed class Listener(SimDatabase database)
{
    private readonly Dictionary<string, List<Entry>> _seen = new(StringComparer.Ordinal);

    /// <summary>Versions that no hint told in time.</summary>
    public long Missed { get; private set; }

    public void Hear(BalanceChanges changes)
    {
        var seen = SeenOf(changes.Wallet);
        foreach (var entry in changes.Entries)
        {
            if (entry.Seq > seen.Count + 1)
            {
                Fill(changes.Wallet, seen, entry.Seq - 1);
            }

            if (entry.Seq == seen.Count + 1)
            {
                seen.Add(entry);
            }
        }
    }

    /// <summary>Comes back with its positions, and compares all that it has seen.</summary>
    /// <param name="wallets">The committed histories.</param>
    /// <param name="missesNothing">True when no hint can have been lost.</param>
    public void CheckQuiet(IEnumerable<ModelWallet> wallets, bool missesNothing)
    {
        foreach (var wallet in wallets)
        {
            var id = new WalletId(wallet.Id);
            var seen = SeenOf(id);
            Fill(id, seen, wallet.Seq);
            CheckSeen(wallet, seen);
        }

        if (missesNothing && Missed > 0)
        {
            throw new BreachException("8 no gaps", $"{Missed} versions were never published", []);
        }
    }

    private static void CheckSeen(ModelWallet wallet, List<Entry> seen)
    {
        if (seen.Count != wallet.Seq)
        {
            throw wallet.Breach("8 no gaps", $"{seen.Count} of {wallet.Seq} versions were seen");
        }

        for (var i = wallet.CheckedByListener; i < seen.Count; i++)
        {
            if (seen[i].Seq != i + 1 || seen[i].Hash != wallet.Entries[i].Hash)
            {
                throw wallet.Breach(
                    "8 no gaps", $"version {i + 1} was seen as {seen[i].Seq} {seen[i].Hash}");
            }
        }

        wallet.CheckedByListener = seen.Count;
    }

    private void Fill(WalletId wallet, List<Entry> seen, long upTo)
    {
        var entries = database.Wallets[wallet.Value].Entries;
        while (seen.Count < upTo)
        {
            Missed++;
            seen.Add(entries[seen.Count]);
        }
    }

    private List<Entry> SeenOf(WalletId wallet)
    {
        if (!_seen.TryGetValue(wallet.Value, out var seen))
        {
            _seen.Add(wallet.Value, seen = []);
        }

        return seen;
    }
}
