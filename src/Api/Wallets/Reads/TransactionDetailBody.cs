using OrleansWallet.Api.Wallets.Operations;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>One transaction: its receipt, its entries, and where its postings are.</summary>
public sealed record TransactionDetailBody
{
    public required ReceiptBody Transaction { get; init; }

    public required IReadOnlyList<TransactionBody> Entries { get; init; }

    /// <summary>Empty unless it is a transfer.</summary>
    public required IReadOnlyList<PostingBody> Postings { get; init; }
}
