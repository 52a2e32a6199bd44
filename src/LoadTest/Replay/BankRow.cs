using OrleansWallet.Domain.Money;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>One transaction of the bank's file.</summary>
/// <param name="TransactionId">Unique in the file; the reference id in the grid.</param>
/// <param name="Date">As written, e.g. <c>1993-01-05</c>.</param>
/// <param name="Operation">E.g. <c>cash_deposit</c>, <c>transfer_in</c>.</param>
/// <param name="Purpose">E.g. <c>pension</c>; may be empty.</param>
/// <param name="Amount">Above zero.</param>
/// <param name="PartnerBank">The other bank's code when the row is a transfer, else empty.</param>
/// <param name="PartnerAccount">The account at the other bank; may be empty.</param>
/// <param name="ExactBalance">The account's balance after the row.</param>
internal sealed record BankRow(
    string TransactionId,
    string Date,
    RowDirection Direction,
    string Operation,
    string Purpose,
    Amount Amount,
    string PartnerBank,
    string PartnerAccount,
    Amount ExactBalance)
{
    public bool IsTransfer => PartnerBank.Length > 0;

    /// <summary>True when the money comes out of the partner bank's wallet.</summary>
    public bool IsTransferIn => IsTransfer && Direction == RowDirection.Credit;
}
