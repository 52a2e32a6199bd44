using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Audit;

/// <summary>A wallet's committed history as the auditor replays it, by rules of its own.</summary>
internal sealed class ModelWallet(string id, long no)
{
    private readonly List<ModelVersion> _versions = [ModelVersion.Empty];
    private readonly HashSet<long> _reversed = [];
    private EntryHash _hash;

    public string Id { get; } = id;

    public long No { get; } = no;

    public long Seq => _versions.Count - 1;

    public ModelVersion Last => _versions[^1];

    public List<Entry> Entries { get; } = [];

    /// <summary>How far the listener's versions have been compared.</summary>
    public int CheckedByListener { get; set; }

    public ModelVersion At(long seq) => _versions[(int)seq];

    /// <summary>The last version that was committed by then.</summary>
    public long SeqAt(long time)
    {
        var seq = Seq;
        while (seq > 0 && _versions[(int)seq].CommittedAt > time)
        {
            seq--;
        }

        return seq;
    }

    /// <summary>The versions that were the last committed one at some moment of a time span.</summary>
    public IEnumerable<ModelVersion> Between(long from, long to)
    {
        for (var seq = SeqAt(from); seq <= Seq && (seq == 0 || _versions[(int)seq].CommittedAt <= to); seq++)
        {
            yield return _versions[(int)seq];
        }
    }

    public void Apply(Entry entry, long now)
    {
        if (entry.Seq != Seq + 1)
        {
            throw Breach("6 history", $"entry {entry.Seq} follows {Seq}");
        }

        var expected = EntryChain.Next(new(Id), _hash, entry);
        if (expected != entry.Hash)
        {
            throw Breach("6 history", $"the hash chain breaks at {entry.Seq}");
        }

        _hash = entry.Hash;
        if (Entries.Count > 0 && entry.At < Entries[^1].At)
        {
            throw Breach("6 history", $"time falls at {entry.Seq}");
        }

        Entries.Add(entry);
        _versions.Add(After(entry, now));
    }

    public BreachException Breach(string invariant, string what) => new(invariant, $"{Id}: {what}", [Id]);

    private ModelVersion After(Entry entry, long now)
    {
        var before = Last;
        if (before.Status == 2
            && entry.Kind is not (EntryKind.Returned or EntryKind.ReturnedToHold))
        {
            throw Breach("6 history", $"{entry.Kind} on a closed wallet");
        }

        if (before.Status == 1
            && (int)entry.Kind is 2 or 3 or 5 or 7 or 8 or 12 or 13 or 20)
        {
            throw Breach("6 history", $"{entry.Kind} on a frozen wallet");
        }

        if ((int)entry.Kind is 14 or 15 && !_reversed.Add(entry.Link!.Value.Seq))
        {
            throw Breach("3 at most once", $"{entry.Link.Value.Seq} was reversed twice");
        }

        if (entry.Kind == EntryKind.Closed
            && before.Balances.Values.Any(b => b.Available != 0 || b.Locked != 0))
        {
            throw Breach("6 history", "it was closed with money in it");
        }

        if (entry.Amount is not { } amount)
        {
            var status = entry.Kind switch
            {
                EntryKind.Frozen => 1,
                EntryKind.Unfrozen => 0,
                EntryKind.Closed => 2,
                _ => throw Breach("6 history", $"{entry.Kind} without an amount"),
            };
            return before with { CommittedAt = now, Status = status };
        }

        var (dAvailable, dLocked) = Rules.Effect(entry.Kind);
        var key = ((int)entry.Account, amount.Currency.Code);
        var (available, locked) = before.Balance(key.Item1, key.Code);
        available += dAvailable * amount.Minor;
        locked += dLocked * amount.Minor;
        if (available < 0 || locked < 0)
        {
            throw Breach("2 never negative", $"entry {entry.Seq} {entry.Kind}: {available}/{locked}");
        }

        if (available != entry.Available || locked != entry.Locked)
        {
            throw Breach(
                "6 history",
                $"entry {entry.Seq} says {entry.Available}/{entry.Locked}, not {available}/{locked}");
        }

        var holds = Rules.Holds(before.Holds, entry, this);
        var after = before with
        {
            CommittedAt = now,
            Balances = before.Balances.SetItem(key, (available, locked)),
            Holds = holds,
        };
        CheckLocked(after, key, locked, entry);
        return after;
    }

    private void CheckLocked(
        ModelVersion after, (int Account, string Currency) key, Int128 locked, Entry entry)
    {
        Int128 held = 0;
        foreach (var (_, hold) in after.Holds)
        {
            if (hold.Account == key.Account && hold.Currency == key.Currency)
            {
                held += hold.Remaining;
            }
        }

        if (held != locked)
        {
            throw Breach("2 locked is held", $"entry {entry.Seq}: {locked} locked, {held} held");
        }
    }
}
