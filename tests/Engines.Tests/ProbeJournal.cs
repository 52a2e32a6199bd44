using System.Collections.Concurrent;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Engines.Tests;

/// <summary>
/// A journal that watches its grains: whether two threads are ever within one wallet's turns, and
/// how often a wallet is loaded.
/// </summary>
internal sealed class ProbeJournal(IJournal inner) : IJournal
{
    private readonly ConcurrentDictionary<WalletId, int> _opened = new();
    private readonly ConcurrentDictionary<WalletId, int> _appended = new();
    private int _overlaps;

    /// <summary>How often two threads were within one live copy at once.</summary>
    public int Overlaps => Volatile.Read(ref _overlaps);

    /// <summary>When set, wallets can't be loaded.</summary>
    public bool IsAway { get; set; }

    public bool IsFull => inner.IsFull;

    public int OpenCount(WalletId id) => _opened.GetValueOrDefault(id);

    public int AppendCount(WalletId id) => _appended.GetValueOrDefault(id);

    public async ValueTask<IWalletLine> Open(WalletId id, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw new JournalUnavailableException();
        }

        _opened.AddOrUpdate(id, 1, (_, count) => count + 1);
        return new Line(this, await inner.Open(id, cancellationToken));
    }

    public ValueTask<IReadOnlyList<Entry>> ReadEntries(
        long walletNo, long seq, int count, CancellationToken cancellationToken) =>
        inner.ReadEntries(walletNo, seq, count, cancellationToken);

    public ValueTask<IReadOnlyDictionary<UInt128, KeyRecord>> FindKeys(
        IReadOnlyCollection<UInt128> keys, CancellationToken cancellationToken) =>
        inner.FindKeys(keys, cancellationToken);

    public ValueTask<IReadOnlyList<long>> FindPostings(
        long walletNo, long seq, int count, CancellationToken cancellationToken) =>
        inner.FindPostings(walletNo, seq, count, cancellationToken);

    public void MarkDelivered(EntryLink posting) => inner.MarkDelivered(posting);

    public ValueTask<IReadOnlyList<UnfinishedPosting>> FindUnfinishedPostings(
        TimeSpan age, int limit, CancellationToken cancellationToken) =>
        inner.FindUnfinishedPostings(age, limit, cancellationToken);

    public ValueTask<IReadOnlyList<ExpiredHold>> FindExpiredHolds(
        DateTimeOffset at, int limit, CancellationToken cancellationToken) =>
        inner.FindExpiredHolds(at, limit, cancellationToken);

    private sealed class Line(ProbeJournal probe, IWalletLine inner) : IWalletLine
    {
        private int _within;

        public long WalletNo => inner.WalletNo;

        public WalletState Opened => inner.Opened;

        // A grain appends within its turn.
        public Task<CommitResult> Append(Unit unit)
        {
            if (Interlocked.Increment(ref _within) > 1)
            {
                Interlocked.Increment(ref probe._overlaps);
            }

            Thread.SpinWait(2_000);
            probe._appended.AddOrUpdate(Opened.Id, 1, (_, count) => count + 1);
            var commit = inner.Append(unit);
            Interlocked.Decrement(ref _within);
            return commit;
        }

        public ValueTask<bool> IsCurrent(CancellationToken cancellationToken) =>
            inner.IsCurrent(cancellationToken);

        public IWalletLine Renew(WalletState committed) => new Line(probe, inner.Renew(committed));
    }
}
