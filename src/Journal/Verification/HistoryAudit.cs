using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Verification;

/// <summary>
/// Folds one wallet's entries by the domain's own rules and recomputes its hash chain; at the
/// end compares with what is stored.
/// </summary>
internal sealed class HistoryAudit(StoredWallet stored, StoredHead head, Tallies tallies)
{
    private WalletState _state = WalletState.New(head.Id);

    // The stored hash of the entry before: so one wrong hash is not the breach of all after it.
    private EntryHash _before;
    private bool _beforeKnown = true;
    private bool _broken;

    /// <summary>Open holds into which a posting came back.</summary>
    public HashSet<string> ReturnedHolds { get; } = [];

    public void Add(Entry entry)
    {
        if (_beforeKnown && EntryChain.Next(head.Id, _before, entry) != entry.Hash)
        {
            tallies.Chain.Add(stored.No, entry.Seq, "the hash does not follow");
        }

        _before = entry.Hash;
        _beforeKnown = true;
        NoteReturn(entry);
        if (!_broken)
        {
            Fold(entry);
        }
    }

    /// <summary>An entry that can't be read: nothing can be said of what builds on it.</summary>
    public void Skip()
    {
        _beforeKnown = false;
        _broken = true;
    }

    public void Finish()
    {
        tallies.History.Looked++;
        if (_broken)
        {
            return;
        }

        CompareHead();
        CompareBalances();
        CompareHolds();
    }

    private void Fold(Entry entry)
    {
        if (entry.Seq != _state.Seq + 1)
        {
            Break(entry, $"the entry does not follow {_state.Seq}");
            return;
        }

        if (entry.At < _state.LastAt)
        {
            tallies.History.Add(stored.No, entry.Seq, "the time is before the entry's before");
        }

        try
        {
            _state = _state.Apply(entry);
        }
        catch (Exception e) when (e is InvalidOperationException or OverflowException)
        {
            // Its message may name the wallet's id.
            Break(entry, $"the entry ({entry.Kind}) can't happen after the ones before");
        }
    }

    private void Break(Entry entry, string what)
    {
        _broken = true;
        tallies.History.Add(stored.No, entry.Seq, what);
    }

    private void NoteReturn(Entry entry)
    {
        if (entry.Hold is not { } hold)
        {
            return;
        }

        if (entry.Kind == EntryKind.ReturnedToHold)
        {
            ReturnedHolds.Add(hold.Value);
        }
        else if (entry.Kind == EntryKind.Locked)
        {
            ReturnedHolds.Remove(hold.Value);
        }
    }

    private void CompareHead()
    {
        if (head.Seq != _state.Seq)
        {
            Report($"the head is at {head.Seq}, the history ends at {_state.Seq}");
        }

        if (head.Hash != _state.Hash)
        {
            Report("the head's hash is not the last entry's");
        }

        if (head.Status != _state.Status)
        {
            Report($"the status is {head.Status}, by the history {_state.Status}");
        }

        // A wallet that has only ever refused has a row and no time yet.
        if (_state.Seq > 0
            && (head.CreatedAt != _state.CreatedAt || head.LastAt != _state.LastAt))
        {
            Report("the head's times are not those of the first and the last entry");
        }
    }

    private void CompareBalances()
    {
        foreach (var balance in _state.Balances)
        {
            if (!stored.Balances.Contains(balance))
            {
                tallies.History.Add(
                    stored.No, balance.Seq,
                    $"{balance.Currency} of {balance.Account} is not stored as the history says");
            }
        }

        // A wrong row of a balance that the history knows is told above.
        foreach (var balance in stored.Balances)
        {
            if (_state.Balance(balance.Account, balance.Currency).Seq == 0)
            {
                tallies.History.Add(
                    stored.No, balance.Seq,
                    $"{balance.Currency} of {balance.Account} is stored without a history");
            }
        }
    }

    private void CompareHolds()
    {
        var known = stored.Holds.ToDictionary(h => h.Name.Value, StringComparer.Ordinal);
        foreach (var (name, hold) in _state.Holds)
        {
            if (known.GetValueOrDefault(name) != hold)
            {
                Report("a hold is not stored as the history says");
            }
        }

        foreach (var name in known.Keys)
        {
            if (!_state.Holds.ContainsKey(name))
            {
                Report("a hold is stored that the history does not know");
            }
        }
    }

    private void Report(string what) => tallies.History.Add(stored.No, _state.Seq, what);
}
