using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Store;

/// <summary>The journal as one process sees it: the real writer over the simulated database.</summary>
internal sealed class SimJournal(
    CommitWriter writer, SimCommitStore store, SimDatabase database, SimConnection connection,
    SimTime time, SimRandom random)
    : IJournal, IWalletHeads
{
    // Lines that asked go along with the next that does.
    private readonly List<WalletLine> _along = [];

    public bool IsFull => writer.IsFull;

    public OtherWriters Others { get; } = new(() => connection.Read(store.Look), time);

    public ValueTask<IWalletLine> Open(WalletId id, CancellationToken cancellationToken)
    {
        var seenAt = time.GetTimestamp();
        return connection.Read(() => Open(id, seenAt));
    }

    public ValueTask<IReadOnlyList<Entry>> ReadEntries(
        long walletNo, long seq, int count, CancellationToken cancellationToken) =>
        connection.Read<IReadOnlyList<Entry>>(() =>
            database.ByNo.TryGetValue(walletNo, out var wallet)
            && seq >= 1 && seq <= wallet.Entries.Count
                ? wallet.Entries.GetRange(
                    (int)seq - 1, Math.Min(count, wallet.Entries.Count - (int)seq + 1))
                : []);

    public ValueTask<IReadOnlyDictionary<UInt128, KeyRecord>> FindKeys(
        IReadOnlyCollection<UInt128> keys, CancellationToken cancellationToken) =>
        connection.Read<IReadOnlyDictionary<UInt128, KeyRecord>>(() =>
            keys.Distinct().Where(database.Keys.ContainsKey)
                .ToDictionary(k => k, k => database.ToRecord(database.Keys[k])));

    public ValueTask<IReadOnlyList<long>> FindPostings(
        long walletNo, long seq, int count, CancellationToken cancellationToken) =>
        connection.Read<IReadOnlyList<long>>(() =>
        [
            .. database.Postings.Keys.Where(p => p.No == walletNo && p.Seq >= seq)
                .Select(p => p.Seq).Take(count),
        ]);

    public void MarkDelivered(EntryLink posting) => writer.MarkDelivered(posting);

    public ValueTask<IReadOnlyList<UnfinishedPosting>> FindUnfinishedPostings(
        TimeSpan age, int limit, CancellationToken cancellationToken) =>
        connection.Read<IReadOnlyList<UnfinishedPosting>>(() =>
        [
            .. database.FindPostings(age).Take(limit)
                .Select(p => new UnfinishedPosting(database.ByNo[p.No].Id, p.Seq)),
        ]);

    public ValueTask<IReadOnlyList<ExpiredHold>> FindExpiredHolds(
        DateTimeOffset at, int limit, CancellationToken cancellationToken) =>
        connection.Read(() => FindExpiredHolds(at, limit));

    public ValueTask<bool> IsCurrent(
        WalletLine line, CancellationToken cancellationToken)
    {
        var (at, head) = (time.GetTimestamp(), line.Head);
        var along = _along.Select(other => (Line: other, other.Head)).ToList();
        _along.Clear();
        return connection.Read(() =>
        {
            foreach (var other in along)
            {
                if (other.Line.Matches(other.Head, Head(other.Line)))
                {
                    other.Line.SeeCurrentUnasked(at);
                }
            }

            if (random.Below(2) == 0)
            {
                _along.Add(line);
            }

            return line.Matches(head, Head(line));
        });
    }

    private (long Seq, Guid Token)? Head(WalletLine line) =>
        database.Wallets.TryGetValue(line.Opened.Id.Value, out var row)
            ? (row.State.Seq, row.Token)
            : null;

    private IWalletLine Open(WalletId id, long seenAt)
    {
        var token = random.Guid();
        if (database.Wallets.TryGetValue(id.Value, out var row))
        {
            var head = new WalletHead(row.No, true, row.State.Seq, row.Token);
            return new WalletLine(writer, this, head, row.State, seenAt, token);
        }

        return new WalletLine(
            writer, this, new WalletHead(database.NextNo(), false, 0, default),
            WalletState.New(id), seenAt, token);
    }

    private IReadOnlyList<ExpiredHold> FindExpiredHolds(DateTimeOffset at, int limit)
    {
        var found = new List<ExpiredHold>();
        foreach (var wallet in database.ByNo.Values)
        {
            foreach (var hold in wallet.ExpiringHolds)
            {
                if (found.Count < limit && hold.IsExpired(at))
                {
                    found.Add(new ExpiredHold(wallet.Id, hold.Name, hold.CreatedAt));
                }
            }
        }

        return found;
    }
}
