using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Verification;

/// <summary>
/// Lays the ranges of one wallet's accepted keys over its entries: each entry must lie in
/// exactly one command's range, at the place that its leg says. Where the journal makes the key
/// itself, from a posting or for a reversal, it must be that key.
/// </summary>
internal sealed class KeyAudit(StoredWallet stored, Tally tally)
{
    private readonly List<UInt128> _keys = new(2);
    private EntryRow _first;
    private long _start;
    private long _end;
    private int _inRange;
    private long _met;

    public void AddEntry(in EntryRow row)
    {
        CheckKeys();
        if (row.Key is { } key)
        {
            Begin(row, key);
        }
        else if (row.Seq >= _end)
        {
            tally.Add(stored.No, row.Seq, "the entry belongs to no key");
            return;
        }

        _inRange++;
        if (row.Entry is { } entry && entry.Leg != row.Seq - _start)
        {
            tally.Add(stored.No, row.Seq, "the leg is not the entry's place in its command");
        }
    }

    /// <summary>Another key that begins at the same entry.</summary>
    public void AddKey(in EntryRow row)
    {
        _met++;
        _keys.Add(row.Key!.Value);
        if (row.KeyEntries != _end - _start)
        {
            tally.Add(stored.No, row.Seq, "two keys begin at the entry and end apart");
        }
    }

    /// <returns>How many keys begin at the wallet's entries.</returns>
    public long Finish()
    {
        CheckKeys();
        CheckComplete(_end);
        return _met;
    }

    private void Begin(in EntryRow row, UInt128 key)
    {
        CheckComplete(row.Seq);
        _met++;
        _keys.Add(key);
        _first = row;
        _start = row.Seq;
        _end = row.Seq + row.KeyEntries;
        _inRange = 0;
    }

    private void CheckComplete(long next)
    {
        if (next < _end)
        {
            tally.Add(stored.No, next, "two commands claim the entry");
        }
        else if (_inRange != _end - _start)
        {
            tally.Add(stored.No, _start, "a key names entries that are not there");
        }
    }

    // A reversal has the key by which its original is reversed once, and one of each caller that
    // asked for it.
    private void CheckKeys()
    {
        if (_keys.Count == 0)
        {
            return;
        }

        var entry = _first.Entry;
        var isReversal = entry?.Kind is EntryKind.ReversedIn or EntryKind.ReversedOut;
        if (_keys.Count > 1 && !isReversal)
        {
            tally.Add(stored.No, _first.Seq, "too many keys for one command");
        }

        if (entry is not null && OwnKey(entry) is { } own
            && !_keys.Contains(own.Hash()) && !_keys.Contains(own.Digest()))
        {
            tally.Add(stored.No, _first.Seq, $"the key of the {entry.Kind} entry is another's");
        }

        _keys.Clear();
    }

    private CommandKey? OwnKey(Entry entry) => (entry.Kind, entry.Link, stored.Head) switch
    {
        (EntryKind.Accepted, { } source, _) when entry.Counterparty is { IsWorld: false } from =>
            CommandKey.FromPosting(new WalletId(from.Value), source.Seq, "accept"),
        (EntryKind.Returned or EntryKind.ReturnedToHold, { } source, { } head) =>
            CommandKey.FromPosting(head.Id, source.Seq, "return"),
        (EntryKind.ReversedIn or EntryKind.ReversedOut, { } original, { } head) =>
            CommandKey.OfReversal(head.Id, original.Seq),
        _ => null,
    };
}
