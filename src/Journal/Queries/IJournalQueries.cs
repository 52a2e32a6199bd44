using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Queries;

/// <summary>Reads of the committed journal for the front. Thread-safe.</summary>
/// <remarks>All throw <see cref="JournalUnavailableException"/> when the database is away.</remarks>
public interface IJournalQueries
{
    /// <summary>Names the journal's generation; another value means that versions start anew.</summary>
    ValueTask<string> GetEpoch(CancellationToken cancellationToken);

    /// <summary>The wallet's number, or null when it has no history.</summary>
    ValueTask<long?> FindWalletNo(WalletId wallet, CancellationToken cancellationToken);

    /// <summary>One page of a wallet's history.</summary>
    ValueTask<IReadOnlyList<Entry>> FindEntries(
        long walletNo, EntryFilter filter, CancellationToken cancellationToken);

    /// <summary>The commissions that the wallet got for those whom its user referred, newest first.
    /// </summary>
    /// <param name="walletNo">The wallet.</param>
    /// <param name="beforeSeq">Only those before this entry; null for the newest.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    ValueTask<IReadOnlyList<Entry>> FindCommissions(
        long walletNo, long? beforeSeq, int limit, CancellationToken cancellationToken);

    /// <summary>The sums of all of them, one a currency, by its code.</summary>
    ValueTask<IReadOnlyList<Amount>> SumCommissions(
        long walletNo, CancellationToken cancellationToken);

    /// <summary>The balances as they were at <paramref name="at"/>.</summary>
    ValueTask<IReadOnlyList<Balance>> FindBalancesAt(
        long walletNo, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The open holds, oldest first.</summary>
    ValueTask<IReadOnlyList<Hold>> FindHolds(
        long walletNo, CancellationToken cancellationToken);

    /// <summary>The entries of the command whose first entry is <paramref name="seq"/>; empty when
    /// there is none.</summary>
    ValueTask<IReadOnlyList<Entry>> FindTransaction(
        long walletNo, long seq, CancellationToken cancellationToken);

    /// <summary>Where the postings of these entries are.</summary>
    ValueTask<IReadOnlyDictionary<long, PostingStatus>> FindPostingStatuses(
        WalletId wallet, long walletNo, IReadOnlyCollection<long> seqs,
        CancellationToken cancellationToken);

    /// <summary>What became of a key; null when it is not known.</summary>
    ValueTask<KeyRecord?> FindKey(UInt128 key, CancellationToken cancellationToken);
}
