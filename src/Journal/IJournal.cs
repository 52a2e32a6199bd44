using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal;

/// <summary>The durable journal as grains see it. Thread-safe.</summary>
/// <remarks>
/// Every method but <see cref="IsFull"/> and <see cref="MarkDelivered"/> may throw
/// <see cref="JournalUnavailableException"/>: transient, nothing was changed.
/// </remarks>
public interface IJournal
{
    /// <summary>
    /// True when so much waits that new work should be refused before it is decided.
    /// </summary>
    bool IsFull { get; }

    /// <summary>Loads a wallet: one indexed read, however long its history is.</summary>
    ValueTask<IWalletLine> Open(WalletId id, CancellationToken cancellationToken);

    /// <summary>Entries <paramref name="seq"/> to seq + count − 1; fewer when there are not so many.</summary>
    ValueTask<IReadOnlyList<Entry>> ReadEntries(
        long walletNo, long seq, int count, CancellationToken cancellationToken);

    /// <summary>What became of keys; unknown ones are left out.</summary>
    ValueTask<IReadOnlyDictionary<UInt128, KeyRecord>> FindKeys(
        IReadOnlyCollection<UInt128> keys, CancellationToken cancellationToken);

    /// <summary>The postings of a wallet that are under way, in order, from <paramref name="seq"/>.</summary>
    ValueTask<IReadOnlyList<long>> FindPostings(
        long walletNo, long seq, int count, CancellationToken cancellationToken);

    /// <summary>
    /// Notes in some later commit that a posting has arrived. May be lost: then the recovery
    /// scan finds the posting again, and its destination's key stops a second Accept.
    /// </summary>
    void MarkDelivered(EntryLink posting);

    /// <summary>
    /// Postings that have been under way for longer than <paramref name="age"/>, by the
    /// journal's own clock: those of the servers may differ.
    /// </summary>
    ValueTask<IReadOnlyList<UnfinishedPosting>> FindUnfinishedPostings(
        TimeSpan age, int limit, CancellationToken cancellationToken);

    /// <summary>Holds whose time is up.</summary>
    ValueTask<IReadOnlyList<ExpiredHold>> FindExpiredHolds(
        DateTimeOffset at, int limit, CancellationToken cancellationToken);
}
