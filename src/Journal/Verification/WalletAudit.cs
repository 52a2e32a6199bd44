namespace OrleansWallet.Journal.Verification;

/// <summary>
/// One wallet under the checks of the entry pass: its entries in order, then its rows.
/// </summary>
internal sealed class WalletAudit(StoredWallet stored, Tallies tallies)
{
    private readonly HistoryAudit? _history =
        stored.Head is { } head ? new HistoryAudit(stored, head, tallies) : null;

    private readonly KeyAudit _keys = new(stored, tallies.Keys);
    private long _lastSeq;
    private bool _anyEntry;

    public long No => stored.No;

    public void Add(in EntryRow row)
    {
        if (_anyEntry && row.Seq == _lastSeq)
        {
            // The same entry again, for a second key.
            _keys.AddKey(row);
            return;
        }

        _anyEntry = true;
        _lastSeq = row.Seq;
        tallies.Chain.Looked++;
        tallies.Amounts.Looked++;
        _keys.AddEntry(row);
        if (row.Entry is null)
        {
            tallies.History.Add(No, row.Seq, $"the entry can't be read: {row.Fault}");
            _history?.Skip();
            return;
        }

        AmountAudit.Check(No, row.Entry, tallies.Amounts);
        _history?.Add(row.Entry);
    }

    /// <returns>How many accepted keys begin at its entries.</returns>
    public long Finish()
    {
        tallies.Rows.Looked++;
        foreach (var fault in stored.Unreadable)
        {
            tallies.Rows.Add(No, null, fault);
        }

        if (stored.Head is null && stored.Unreadable.Count == 0)
        {
            tallies.Rows.Add(No, null, (_anyEntry, stored.Balances.Count) switch
            {
                (true, _) => "entries without a wallet",
                (_, > 0) => "balances without a wallet",
                _ => "holds without a wallet",
            });
        }

        AmountAudit.Check(stored, tallies.Amounts);
        HoldAudit.Check(stored, _history?.ReturnedHolds, tallies.Holds);
        _history?.Finish();
        return _keys.Finish();
    }
}
