using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>What the journal in memory holds of one wallet.</summary>
internal sealed class HandWallet(long no, WalletState state)
{
    public long No { get; } = no;

    public WalletState State { get; private set; } = state;

    public List<Entry> Entries { get; } = [];

    /// <summary>Postings under way.</summary>
    public HashSet<long> Postings { get; } = [];

    public void Write(Unit unit)
    {
        foreach (var entry in unit.Entries)
        {
            State = State.Apply(entry);
            Entries.Add(entry);
            if (entry.Kind is EntryKind.Sent or EntryKind.SentFromHold)
            {
                Postings.Add(entry.Seq);
            }
        }
    }
}
