using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>Where the postings of a wallet's entries are.</summary>
internal static class PostingReads
{
    private static readonly IReadOnlyDictionary<long, PostingStatus> _none =
        new Dictionary<long, PostingStatus>();

    /// <summary>By the entry's sequence number, for the entries that are postings.</summary>
    public static async ValueTask<IReadOnlyDictionary<long, PostingStatus>> Find(
        IJournalQueries journal, WalletId wallet, long walletNo, IReadOnlyList<Entry> entries,
        CancellationToken cancellationToken)
    {
        List<long>? seqs = null;
        foreach (var entry in entries)
        {
            if (IsPosting(entry))
            {
                (seqs ??= []).Add(entry.Seq);
            }
        }

        return seqs is null
            ? _none
            : await journal.FindPostingStatuses(wallet, walletNo, seqs, cancellationToken);
    }

    public static bool IsPosting(Entry entry) =>
        entry.Kind is EntryKind.Sent or EntryKind.SentFromHold;

    /// <summary>Under way as long as one is; returned when all ended and one came back.</summary>
    public static ReceiptStatus Summarize(IReadOnlyDictionary<long, PostingStatus> statuses)
    {
        var summary = ReceiptStatus.Completed;
        foreach (var status in statuses.Values)
        {
            if (status == PostingStatus.InProgress)
            {
                return ReceiptStatus.InProgress;
            }

            summary = status == PostingStatus.Returned ? ReceiptStatus.Returned : summary;
        }

        return summary;
    }

    public static ReceiptStatus Of(PostingStatus status) => status switch
    {
        PostingStatus.InProgress => ReceiptStatus.InProgress,
        PostingStatus.Completed => ReceiptStatus.Completed,
        PostingStatus.Returned => ReceiptStatus.Returned,
        _ => throw new InvalidOperationException($"unknown posting status {status}"),
    };
}
