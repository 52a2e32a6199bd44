using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Tests.Fakes;

/// <summary>The journal's reads, on the wallets of a <see cref="FakeGrid"/>.</summary>
public sealed class FakeQueries(FakeGrid grid) : IJournalQueries
{
    /// <summary>How many pages of entries were read.</summary>
    public int Pages { get; private set; }

    public ValueTask<string> GetEpoch(CancellationToken cancellationToken) =>
        Read(() => grid.Epoch);

    public ValueTask<long?> FindWalletNo(WalletId wallet, CancellationToken cancellationToken) =>
        Read(() => grid.Wallet(wallet) is { Entries.Count: > 0 } known ? known.No : (long?)null);

    public ValueTask<IReadOnlyList<Entry>> FindEntries(
        long walletNo, EntryFilter filter, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Entry>>(() =>
        {
            Pages++;
            var found = grid.Find(walletNo)!.Entries.Where(e => Passes(e, filter));
            var ordered = filter.AfterSeq is null
                ? found.OrderByDescending(e => e.Seq)
                : found.OrderBy(e => e.Seq);
            return [.. ordered.Take(filter.Limit)];
        });

    public ValueTask<IReadOnlyList<Entry>> FindCommissions(
        long walletNo, long? beforeSeq, int limit, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Entry>>(() =>
        [
            .. Commissions(walletNo).Where(e => e.Seq < (beforeSeq ?? long.MaxValue))
                .OrderByDescending(e => e.Seq).Take(limit),
        ]);

    public ValueTask<IReadOnlyList<Amount>> SumCommissions(
        long walletNo, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Amount>>(() =>
        [
            .. Commissions(walletNo).GroupBy(e => e.Amount!.Value.Currency)
                .Select(g => g.Aggregate(Amount.Zero(g.Key), (sum, e) => sum + e.Amount!.Value)),
        ]);

    public ValueTask<IReadOnlyList<Balance>> FindBalancesAt(
        long walletNo, DateTimeOffset at, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Balance>>(() =>
        {
            var wallet = grid.Find(walletNo)!;
            var state = WalletState.New(wallet.Id);
            foreach (var entry in wallet.Entries.Where(e => e.At <= at))
            {
                state = state.Apply(entry);
            }

            return state.Balances;
        });

    public ValueTask<IReadOnlyList<Hold>> FindHolds(
        long walletNo, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Hold>>(
            () => [.. grid.Find(walletNo)!.State.Holds.Values.OrderBy(h => h.CreatedAt)]);

    public ValueTask<IReadOnlyList<Entry>> FindTransaction(
        long walletNo, long seq, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Entry>>(
            () => [.. grid.Find(walletNo)!.Entries.Where(e => e.FirstSeq == seq)]);

    public ValueTask<IReadOnlyDictionary<long, PostingStatus>> FindPostingStatuses(
        WalletId wallet, long walletNo, IReadOnlyCollection<long> seqs,
        CancellationToken cancellationToken) =>
        Read<IReadOnlyDictionary<long, PostingStatus>>(
            () => seqs.ToDictionary(s => s, s => grid.Find(walletNo)!.Postings[s]));

    public ValueTask<KeyRecord?> FindKey(UInt128 key, CancellationToken cancellationToken) =>
        Read(() => grid.FindKey(key));

    private IEnumerable<Entry> Commissions(long walletNo) => grid.Find(walletNo)!.Entries.Where(
        e => e.Kind == EntryKind.Accepted && e.Type.Value == "referral_commission");

    private static bool Passes(Entry entry, EntryFilter filter) =>
        (filter.AfterSeq is { } after ? entry.Seq > after : entry.Seq < (filter.BeforeSeq ?? long.MaxValue))
        && (filter.Currency is null || entry.Amount?.Currency.Code == filter.Currency)
        && (filter.Account is null || entry.Account == filter.Account)
        && (filter.Type is null || entry.Type == filter.Type)
        && (filter.Reference is null || entry.Reference == filter.Reference)
        && (filter.Kinds is null || filter.Kinds.Contains(entry.Kind))
        && (filter.From is null || entry.At >= filter.From)
        && (filter.To is null || entry.At < filter.To)
        && (filter.AmountMin is null || entry.Amount?.Minor >= filter.AmountMin)
        && (filter.AmountMax is null || entry.Amount?.Minor <= filter.AmountMax);

    private ValueTask<T> Read<T>(Func<T> read)
    {
        lock (grid.Gatekeeper)
        {
            return grid.IsAway ? throw new JournalUnavailableException() : new(read());
        }
    }
}
