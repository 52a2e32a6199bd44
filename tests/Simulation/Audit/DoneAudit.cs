using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Audit;

/// <summary>What is told as done is durable, is what was asked for, and was done once.</summary>
internal sealed class DoneAudit(ModelWallets wallets, SimDatabase database, Books books)
{
    public void Check(AskedCommand asked, WalletAnswer.Done done)
    {
        var receipt = done.Receipt;
        foreach (var entry in receipt.Entries)
        {
            if (!wallets.IsCommitted(receipt.WalletNo, entry))
            {
                throw Breach(
                    "4 answered means durable", asked, $"entry {entry.Seq} is not committed");
            }
        }

        CheckEffect(asked, receipt);
        CheckStatus(asked, receipt);
        var key = asked.Key;
        if (key.Done is { } first && first != receipt.TransactionId)
        {
            throw Breach(
                "3 at most once", asked,
                $"key {key.Key.Text} did {first} and {receipt.TransactionId}");
        }

        if (key.DoneInput is { } input && !input.IsSame(asked.Input))
        {
            throw Breach(
                "3 other input is refused", asked,
                $"key {key.Key.Text} was done with {input} and {asked.Input}");
        }

        if (key.Key.IsExplicit && key.Refused is not null)
        {
            throw Breach(
                "3 the same answer", asked,
                $"key {key.Key.Text} was refused ({key.Refused}) and then done");
        }

        key.Done = receipt.TransactionId;
        key.DoneInput = asked.Input;
        if (!database.Keys.ContainsKey(key.Hash))
        {
            throw Breach("3 at most once", asked, $"key {key.Key.Text} has no row");
        }
    }

    private static void CheckEffect(AskedCommand asked, Receipt receipt)
    {
        if (asked.Command is not { } command)
        {
            return;
        }

        var expected = Rules.Expected(command);
        var fits = receipt.Wallet == asked.Wallet && receipt.Entries.Count == expected.Count;
        for (var i = 0; fits && i < expected.Count; i++)
        {
            fits = (int)receipt.Entries[i].Kind == expected[i].Kind
                && (expected[i].Minor is not { } minor
                    || receipt.Entries[i].Amount?.Minor == minor);
        }

        if (!fits)
        {
            throw Breach(
                "4 the answer fits", asked,
                $"{asked.Input} was answered by "
                + string.Join(", ", receipt.Entries.Select(e => e.Kind)));
        }
    }

    private void CheckStatus(AskedCommand asked, Receipt receipt)
    {
        if (receipt.Status == ReceiptStatus.InProgress)
        {
            return;
        }

        var cameBack = receipt.Entries.Where(e => (int)e.Kind is 7 or 8)
            .Select(e => books.CameBack(receipt.WalletNo, e.Seq)).ToList();
        if (cameBack.Contains(null)
            || cameBack.Contains(true) != (receipt.Status == ReceiptStatus.Returned))
        {
            throw Breach(
                "4 the answer fits", asked,
                $"{receipt.TransactionId} was told to be {receipt.Status}");
        }
    }

    private static BreachException Breach(string invariant, AskedCommand asked, string what) =>
        new(invariant, $"{asked.Wallet}: {what}", [asked.Wallet.Value]);
}
