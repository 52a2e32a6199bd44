namespace OrleansWallet.LoadTest.Replay;

/// <summary>Where the bank file's columns stand, from 0. The file may have more of them.</summary>
internal sealed record BankColumns(
    int Count,
    int TransactionId,
    int Date,
    int AccountId,
    int Direction,
    int Operation,
    int Purpose,
    int Amount,
    int PartnerBank,
    int PartnerAccount,
    int ExactBalance)
{
    /// <exception cref="FormatException">The header lacks a column.</exception>
    public static BankColumns Find(IReadOnlyList<string> header)
    {
        int At(string name)
        {
            for (var index = 0; index < header.Count; index++)
            {
                if (header[index] == name)
                {
                    return index;
                }
            }

            throw new FormatException($"the header has no column '{name}'");
        }

        return new BankColumns(
            header.Count,
            At("transaction_id"),
            At("date"),
            At("account_id"),
            At("direction"),
            At("operation"),
            At("purpose"),
            At("amount"),
            At("partner_bank"),
            At("partner_account"),
            At("exact_balance"));
    }
}
