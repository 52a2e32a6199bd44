using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Verification;

/// <summary>What is locked against what remains of the holds, by the stored rows alone.</summary>
internal static class HoldAudit
{
    /// <param name="wallet">Its balances and holds.</param>
    /// <param name="returned">
    /// Holds into which a posting came back: what remains may pass what was locked. Null when
    /// the history is unknown.
    /// </param>
    /// <param name="tally">Of the check.</param>
    public static void Check(StoredWallet wallet, HashSet<string>? returned, Tally tally)
    {
        tally.Looked += wallet.Balances.Count + wallet.Holds.Count;
        foreach (var balance in wallet.Balances)
        {
            Int128 held = 0;
            foreach (var hold in wallet.Holds)
            {
                held += IsOf(hold, balance) ? hold.Remaining : 0;
            }

            if (held != balance.Locked)
            {
                tally.Add(
                    wallet.No, balance.Seq,
                    $"locked {balance.Currency} of {balance.Account} is not what is held");
            }
        }

        foreach (var hold in wallet.Holds)
        {
            if (!wallet.Balances.Exists(b => IsOf(hold, b)))
            {
                tally.Add(wallet.No, null, "a hold without a balance");
            }

            if (hold.Remaining <= 0)
            {
                tally.Add(wallet.No, null, "an open hold of which nothing remains");
            }
            else if (hold.Remaining > hold.Amount.Minor && returned is not null
                && !returned.Contains(hold.Name.Value))
            {
                tally.Add(wallet.No, null, "more remains of a hold than was locked");
            }
        }
    }

    private static bool IsOf(Hold hold, in Balance balance) =>
        hold.Account == balance.Account && hold.Amount.Currency.Equals(balance.Currency);
}
