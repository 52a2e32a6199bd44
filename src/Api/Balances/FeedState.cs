using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Balances;

/// <summary>
/// Where one client is in a wallet's history, and what waits for it. Takes entries in any order,
/// doubled or with gaps, and gives them out in order, each once. Pure; not thread-safe.
/// </summary>
/// <remarks>
/// What waits is bounded: beyond <paramref name="pendingMax"/> only the latest change of each
/// balance is kept. Entries beyond a gap are not kept at all; they come again with the filling.
/// </remarks>
/// <param name="pendingMax">Changes that wait before they are coalesced.</param>
internal sealed class FeedState(int pendingMax)
{
    private readonly int _pendingMax = pendingMax;
    private readonly Queue<Pending> _pending = new();
    private bool _started;
    private int _coalesceAt = pendingMax;

    /// <summary>The last version that was given out.</summary>
    public long Told { get; private set; }

    /// <summary>The last version that was taken in; everything up to it was seen.</summary>
    public long Tail { get; private set; }

    /// <summary>The highest version that is known to exist.</summary>
    public long Head { get; private set; }

    /// <summary>True when entries between <see cref="Tail"/> and <see cref="Head"/> are missing.</summary>
    public bool HasGap => _started && Head > Tail;

    public bool HasPending => _pending.Count > 0;

    /// <summary>Forgets everything. Until <see cref="Start"/> only the head is noted.</summary>
    public void Stop()
    {
        _started = false;
        _pending.Clear();
        _coalesceAt = _pendingMax;
        Head = 0;
    }

    /// <summary>The client has, or is about to be sent, the state at <paramref name="version"/>.</summary>
    public void Start(long version)
    {
        _pending.Clear();
        _started = true;
        Told = Tail = version;
        Head = Math.Max(Head, version);
    }

    /// <summary>That an entry exists is known, the entry itself is not.</summary>
    public void NoteHead(long version) => Head = Math.Max(Head, version);

    /// <summary>Gives a gap up that could not be filled; a later note opens it again.</summary>
    public void DropGap() => Head = Tail;

    public void Offer(IReadOnlyList<Entry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            Offer(entries[i]);
        }
    }

    /// <summary>The next change to send, if one waits.</summary>
    public bool TryTake(out FeedChange change)
    {
        change = default;
        if (!_pending.TryDequeue(out var next))
        {
            return false;
        }

        // Whatever was skipped in between, a change of status or coalesced ones, shows here.
        var follows = next.Entry.Seq == Told + 1;
        change = new FeedChange(next.Entry, next.Previous, follows ? null : Told);
        Told = next.Entry.Seq;
        return true;
    }

    private void Offer(Entry entry)
    {
        NoteHead(entry.Seq);
        if (!_started || entry.Seq != Tail + 1)
        {
            return;
        }

        Tail = entry.Seq;
        if (entry.Amount is not { } amount)
        {
            // A change of status has nothing to show; the next message's fromVersion covers it.
            return;
        }

        var effect = EntryEffect.Of(entry.Kind).Available;
        _pending.Enqueue(new Pending(entry, entry.Available - (effect * amount.Minor)));
        if (_pending.Count > _coalesceAt)
        {
            Coalesce();
        }
    }

    // The first previous and the last entry of each balance, in the order of the last entries.
    private void Coalesce()
    {
        var latest = new Dictionary<(AccountKind, string), Pending>();
        foreach (var pending in _pending)
        {
            var balance = (pending.Entry.Account, pending.Entry.Amount!.Value.Currency.Code);
            latest[balance] = latest.TryGetValue(balance, out var earlier)
                ? pending with { Previous = earlier.Previous }
                : pending;
        }

        _pending.Clear();
        foreach (var pending in latest.Values.OrderBy(p => p.Entry.Seq))
        {
            _pending.Enqueue(pending);
        }

        // A wallet of very many balances must not be sorted anew with every entry.
        _coalesceAt = Math.Max(_pendingMax, 2 * _pending.Count);
    }

    private readonly record struct Pending(Entry Entry, Int128 Previous);
}
