using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Contracts.Wallets;

/// <summary>What an accepted command did: its entries with the balances that they left.</summary>
/// <param name="Wallet">Whose.</param>
/// <param name="WalletNo">The wallet's number in the journal.</param>
/// <param name="Entries">One or more, in order.</param>
/// <param name="Status">Where its postings are.</param>
public sealed record Receipt(
    WalletId Wallet, long WalletNo, IReadOnlyList<Entry> Entries,
    ReceiptStatus Status = ReceiptStatus.Completed)
{
    public TransactionId TransactionId => new(WalletNo, Entries[0].FirstSeq);

    /// <summary>The last entry: its balances are the ones after the command.</summary>
    public Entry Last => Entries[^1];
}
