using OrleansWallet.Api.Json;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Balances;

/// <summary>Builds a feed's messages.</summary>
internal static class FeedMessages
{
    public static InitialMessage Initial(WalletBalances wallet, string display, string epoch)
    {
        RawJson? shown = null;
        var balances = new BalanceMessage[wallet.Balances.Count];
        for (var i = 0; i < balances.Length; i++)
        {
            var balance = wallet.Balances[i];
            balances[i] = new BalanceMessage(
                balance.Currency.Code, AccountNames.Of(balance.Account),
                Amount.Format(balance.Available, balance.Currency),
                Amount.Format(balance.Locked, balance.Currency),
                Amount.Format(balance.Total, balance.Currency));
            if (IsShown(balance.Account, balance.Currency, display))
            {
                shown = new RawJson(balances[i].Available);
            }
        }

        return new InitialMessage(shown, display, balances, epoch, wallet.Version);
    }

    /// <summary>The message's name depends on whether it is the balance on display.</summary>
    public static string MethodOf(Entry entry, string display) =>
        IsShown(entry.Account, entry.Amount!.Value.Currency, display)
            ? HubMethods.BalanceUpdated
            : HubMethods.AccountUpdated;

    public static UpdateMessage Update(FeedChange change, long walletNo, string epoch)
    {
        var entry = change.Entry;
        var amount = entry.Amount!.Value;
        var currency = amount.Currency;
        var available = Amount.Format(entry.Available, currency);
        return new UpdateMessage
        {
            // A decimal string of an amount is a JSON number, too.
            NewBalance = new RawJson(available),
            PreviousBalance = new RawJson(Amount.Format(change.Previous, currency)),
            TransactionId = new TransactionId(walletNo, entry.FirstSeq).ToString(),
            TransactionType = entry.Type.Value,
            Amount = new RawJson(amount.ToString()),
            Timestamp = WireTime.Format(entry.At),
            Currency = currency.Code,
            Account = AccountNames.Of(entry.Account),
            Available = available,
            Locked = Amount.Format(entry.Locked, currency),
            Total = Amount.Format(entry.Total, currency),
            Epoch = epoch,
            Version = entry.Seq,
            FromVersion = change.FromVersion,
        };
    }

    private static bool IsShown(AccountKind account, Currency currency, string display) =>
        account == AccountKind.Spot && currency.Code == display;
}
