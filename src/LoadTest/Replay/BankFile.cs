using OrleansWallet.Domain.Money;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>A bank's file as the grid will see it: the rows of each account's wallet.</summary>
/// <param name="Id">Names the content, so that two files never share a funding key.</param>
/// <param name="Wallets">Those with the most rows first, so that none is left alone at the end.</param>
/// <param name="RowsTotal">Rows of all wallets.</param>
internal sealed record BankFile(string Id, IReadOnlyList<WalletRows> Wallets, int RowsTotal)
{
    public const string BankWalletPrefix = "bank:";

    public static string BankWalletId(string bankCode) => BankWalletPrefix + bankCode;

    /// <summary>The partner banks by code, with their sums over the whole file.</summary>
    /// <exception cref="OverflowException">A bank's sum does not fit an amount.</exception>
    public IReadOnlyList<BankTransfers> Banks()
    {
        var transfers = Wallets
            .SelectMany(wallet => wallet.Rows, (wallet, row) => (wallet.WalletId, Row: row))
            .Where(transfer => transfer.Row.IsTransfer)
            .GroupBy(transfer => transfer.Row.PartnerBank, StringComparer.Ordinal)
            .OrderBy(bank => bank.Key, StringComparer.Ordinal);
        return [.. transfers.Select(bank => Sum(bank.Key, [.. bank]))];
    }

    private static BankTransfers Sum(string code, (string WalletId, BankRow Row)[] transfers)
    {
        var funding = Amount.Zero(transfers[0].Row.Amount.Currency);
        var received = funding;
        foreach (var (_, row) in transfers)
        {
            if (row.IsTransferIn)
            {
                funding += row.Amount;
            }
            else
            {
                received += row.Amount;
            }
        }

        return new BankTransfers(BankWalletId(code), funding, received, transfers);
    }
}
