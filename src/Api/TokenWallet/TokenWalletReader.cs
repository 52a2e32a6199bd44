using OrleansWallet.Api.Json;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Api.Wallets.Reads;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>Reads a user's wallet as its owner sees it.</summary>
public sealed class TokenWalletReader(
    WalletCalls calls, IJournalQueries journal, CurrencyRegistry currencies)
{
    private const int HistoryMax = 20;

    public async ValueTask<TokenWalletBody> Read(
        UserProfile user, CancellationToken cancellationToken)
    {
        var wallet = new WalletId(user.UserId);
        var balances = await calls.GetBalances(wallet, cancellationToken);
        return new TokenWalletBody
        {
            Wallet = Head(user, balances),
            Balances = BalanceBody.Of(balances.Balances),
            TransactionHistory = await History(wallet, cancellationToken),
        };
    }

    private TokenWalletHead Head(UserProfile user, WalletBalances wallet)
    {
        var display = currencies[user.DisplayCurrency];
        Int128 shown = 0;
        foreach (var balance in wallet.Balances)
        {
            if (balance.Account == AccountKind.Spot && balance.Currency.Equals(display))
            {
                shown = balance.Available;
            }
        }

        return new TokenWalletHead
        {
            Id = user.UserId,
            Balance = Amount.Format(shown, display),
            Currency = display.Code,
            IsConnected = false,
            Network = user.Network,
            Data = RawJson.Of(user.Data),
            CreatedAt = WireTime.Format(user.CreatedAt),
        };
    }

    private async ValueTask<IReadOnlyList<HistoryItem>> History(
        WalletId wallet, CancellationToken cancellationToken)
    {
        if (await journal.FindWalletNo(wallet, cancellationToken) is not { } walletNo)
        {
            return [];
        }

        var filter = new EntryFilter { Limit = HistoryMax, Kinds = Directions.Moving };
        var entries = await journal.FindEntries(walletNo, filter, cancellationToken);
        var statuses = await PostingReads.Find(
            journal, wallet, walletNo, entries, cancellationToken);
        var items = new HistoryItem[entries.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var entry = entries[i];
            var amount = entry.Amount!.Value;
            var status = statuses.TryGetValue(entry.Seq, out var posting)
                ? PostingReads.Of(posting)
                : ReceiptStatus.Completed;
            items[i] = new HistoryItem(
                new TransactionId(walletNo, entry.FirstSeq).ToString(), entry.Type.Value,
                amount.ToString(), amount.Currency.Code, Directions.Of(entry.Kind),
                Receipts.StatusOf(status), WireTime.Format(entry.At));
        }

        return items;
    }
}
