using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Verification;

/// <summary>Signs of amounts and balances.</summary>
internal static class AmountAudit
{
    public static void Check(long walletNo, Entry entry, Tally tally)
    {
        if (entry.Available < 0 || entry.Locked < 0)
        {
            tally.Add(walletNo, entry.Seq, "the balance after the entry is negative");
        }

        var isStatus = entry.Kind is EntryKind.Frozen or EntryKind.Unfrozen or EntryKind.Closed;
        if (isStatus != entry.Amount is null)
        {
            tally.Add(walletNo, entry.Seq, isStatus
                ? "a change of status has an amount"
                : "the entry has no amount");
        }
        else if (entry.Amount is { IsPositive: false })
        {
            tally.Add(walletNo, entry.Seq, "the amount is not positive");
        }
    }

    public static void Check(StoredWallet wallet, Tally tally)
    {
        tally.Looked += wallet.Balances.Count;
        foreach (var balance in wallet.Balances)
        {
            if (balance.Available < 0 || balance.Locked < 0)
            {
                tally.Add(wallet.No, balance.Seq, $"a balance of {balance.Currency} is negative");
            }
        }
    }
}
