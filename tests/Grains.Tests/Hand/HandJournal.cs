using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>A journal in memory whose commits the test completes one by one.</summary>
internal sealed class HandJournal : IJournal
{
    private readonly Dictionary<UInt128, KeyRecord> _keys = [];
    private readonly Dictionary<WalletId, HandWallet> _wallets = [];
    private readonly List<HandGroup> _groups = [];
    private TaskCompletionSource? _opening;

    public required TimeProvider Time { get; init; }

    public bool IsFull { get; set; }

    /// <summary>When set, every read throws that the journal is away.</summary>
    public bool IsAway { get; set; }

    /// <summary>When set, handing over a unit throws, which must not be.</summary>
    public bool IsFaulty { get; set; }

    public int OpenCount { get; private set; }

    public List<EntryLink> Delivered { get; } = [];

    /// <summary>Groups that wait, the oldest first.</summary>
    public int Waiting => _groups.Count;

    /// <summary>Units of each waiting group.</summary>
    public IEnumerable<int> WaitingUnits => _groups.Select(g => g.Units.Count);

    public WalletState Committed(WalletId id) => Wallet(id).State;

    /// <summary>The next calls of <see cref="Open"/> wait until <see cref="LetOpen"/>.</summary>
    public void HoldOpen() => _opening = new TaskCompletionSource(
        TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetOpen()
    {
        _opening?.SetResult();
        _opening = null;
    }

    /// <summary>The writer takes the oldest group: what comes now goes into another.</summary>
    public void Seal() => _groups[0].Line.Seal(_groups[0]);

    /// <summary>Commits the oldest group as the real journal would.</summary>
    public CommitResult CommitNext()
    {
        var group = _groups[0];
        var wallet = Wallet(group.Line.Opened.Id);
        var known = group.Units.SelectMany(u => u.Keys.Select(k => k.Key).Concat(u.Absent))
            .Where(_keys.ContainsKey).Distinct().ToDictionary(k => k, k => _keys[k]);
        CommitResult result = group.Line.HeadSeq != wallet.State.Seq
            ? CommitResult.Fenced.Instance
            : known.Count > 0
                ? new CommitResult.KnownKeys(known)
                : CommitResult.Done.Instance;
        return CompleteNext(result);
    }

    /// <summary>Completes the oldest group so, whatever is true.</summary>
    public CommitResult CompleteNext(CommitResult result)
    {
        var group = _groups[0];
        _groups.RemoveAt(0);
        group.Line.Seal(group);
        if (group.Line.IsBroken)
        {
            result = CommitResult.Discarded.Instance;
        }

        if (result is CommitResult.Done)
        {
            Write(group);
        }

        group.Line.Settle(group, result);
        group.Result.SetResult(result);
        return result;
    }

    /// <summary>Writes the oldest group, as a commit does whose answer is lost.</summary>
    public void WriteNext() => Write(_groups[0]);

    public async ValueTask<IWalletLine> Open(WalletId id, CancellationToken cancellationToken)
    {
        OpenCount++;
        if (_opening is { } opening)
        {
            await opening.Task;
        }

        ThrowIfAway();
        var wallet = Wallet(id);
        return new HandLine(this, wallet.No, wallet.State);
    }

    public ValueTask<IReadOnlyList<Entry>> ReadEntries(
        long walletNo, long seq, int count, CancellationToken cancellationToken)
    {
        ThrowIfAway();
        var entries = ByNo(walletNo)?.Entries ?? [];
        return ValueTask.FromResult<IReadOnlyList<Entry>>(
            [.. entries.Where(e => e.Seq >= seq && e.Seq < seq + count)]);
    }

    public ValueTask<IReadOnlyDictionary<UInt128, KeyRecord>> FindKeys(
        IReadOnlyCollection<UInt128> keys, CancellationToken cancellationToken)
    {
        ThrowIfAway();
        return ValueTask.FromResult<IReadOnlyDictionary<UInt128, KeyRecord>>(
            keys.Where(_keys.ContainsKey).Distinct().ToDictionary(k => k, k => _keys[k]));
    }

    public ValueTask<IReadOnlyList<long>> FindPostings(
        long walletNo, long seq, int count, CancellationToken cancellationToken)
    {
        ThrowIfAway();
        return ValueTask.FromResult<IReadOnlyList<long>>(
            [.. (ByNo(walletNo)?.Postings ?? []).Where(s => s >= seq).Order().Take(count)]);
    }

    public void MarkDelivered(EntryLink posting)
    {
        Delivered.Add(posting);
        ByNo(posting.WalletNo)?.Postings.Remove(posting.Seq);
    }

    public ValueTask<IReadOnlyList<UnfinishedPosting>> FindUnfinishedPostings(
        TimeSpan age, int limit, CancellationToken cancellationToken)
    {
        ThrowIfAway();
        return ValueTask.FromResult<IReadOnlyList<UnfinishedPosting>>(
        [
            .. _wallets.Values.SelectMany(w => w.Postings
                .Where(seq => w.Entries[(int)seq - 1].At < Time.GetUtcNow() - age)
                .Select(seq => new UnfinishedPosting(w.State.Id, seq))).Take(limit),
        ]);
    }

    public ValueTask<IReadOnlyList<ExpiredHold>> FindExpiredHolds(
        DateTimeOffset at, int limit, CancellationToken cancellationToken)
    {
        ThrowIfAway();
        return ValueTask.FromResult<IReadOnlyList<ExpiredHold>>(
        [
            .. _wallets.Values.SelectMany(w => w.State.Holds.Values.Where(h => h.IsExpired(at))
                .Select(h => new ExpiredHold(w.State.Id, h.Name, h.CreatedAt))).Take(limit),
        ]);
    }

    public bool IsCurrent(HandLine line)
    {
        ThrowIfAway();
        return Wallet(line.Opened.Id).State.Seq == line.HeadSeq;
    }

    public void Enqueue(HandGroup group) => _groups.Add(group);

    private void ThrowIfAway()
    {
        if (IsAway)
        {
            throw new JournalUnavailableException();
        }
    }

    private void Write(HandGroup group)
    {
        var wallet = Wallet(group.Line.Opened.Id);
        foreach (var unit in group.Units)
        {
            wallet.Write(unit);
            foreach (var key in unit.Keys)
            {
                _keys.Add(key.Key, new KeyRecord(
                    key.Key, key.Fingerprint, wallet.State.Id, wallet.No,
                    [.. unit.Entries.Where(e => e.Seq >= key.Seq && e.Seq < key.Seq + key.EntryCount)],
                    key.Refusal));
            }

            foreach (var entry in unit.Entries)
            {
                if (entry.Kind is EntryKind.Returned or EntryKind.ReturnedToHold)
                {
                    ByNo(entry.Link!.Value.WalletNo)?.Postings.Remove(entry.Link.Value.Seq);
                }
            }
        }
    }

    private HandWallet? ByNo(long no) => _wallets.Values.SingleOrDefault(w => w.No == no);

    private HandWallet Wallet(WalletId id)
    {
        if (!_wallets.TryGetValue(id, out var wallet))
        {
            _wallets[id] = wallet = new HandWallet(_wallets.Count + 1, WalletState.New(id));
        }

        return wallet;
    }
}
