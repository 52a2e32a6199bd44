using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Simulation.Audit;

/// <summary>Each committed entry belongs to exactly one key, so no key did anything twice.</summary>
internal static class KeyCoverage
{
    /// <summary>Checks what a commit adds to a wallet.</summary>
    /// <param name="wallet">As it was before the commit.</param>
    /// <param name="group">What was committed.</param>
    /// <param name="entries">All entries after the commit.</param>
    public static void Check(
        ModelWallet wallet, CommitGroup group, IReadOnlyList<Entry> entries)
    {
        var covered = wallet.Seq;
        foreach (var unit in group.Units)
        {
            // A command may have two keys, both of all that it did.
            (long Seq, int Count) before = default;
            foreach (var key in unit.Keys)
            {
                var range = (key.Seq, key.EntryCount);
                if (key.EntryCount == 0 || range == before)
                {
                    continue;
                }

                if (key.Seq <= covered && IsReversal(entries, range))
                {
                    // Asked for again under another key, which gets the same answer.
                    continue;
                }

                if (key.Seq != covered + 1)
                {
                    throw wallet.Breach(
                        "3 at most once", $"entry {covered + 1} has no key of its own");
                }

                covered += key.EntryCount;
                before = range;
            }
        }

        if (covered != entries.Count)
        {
            throw wallet.Breach("3 at most once", $"entry {covered + 1} has no key of its own");
        }
    }

    private static bool IsReversal(IReadOnlyList<Entry> entries, (long Seq, int Count) range) =>
        range.Count == 1 && (int)entries[(int)range.Seq - 1].Kind is 14 or 15;
}
