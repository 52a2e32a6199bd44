using OrleansWallet.Api.Json;
using OrleansWallet.Api.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Referrals;

/// <summary>The commissions in a wallet's history.</summary>
public sealed class Commissions(IJournalQueries journal)
{
    /// <summary>A page of them, newest first, and the sum of all by currency.</summary>
    /// <exception cref="Journal.JournalUnavailableException">It can't be read now.</exception>
    internal async ValueTask<CommissionPage> Read(
        WalletId wallet, PageRequest page, CancellationToken cancellationToken)
    {
        if (await journal.FindWalletNo(wallet, cancellationToken) is not { } walletNo)
        {
            return CommissionPage.Empty;
        }

        // One more than asked for tells whether there is a next page.
        var found = await journal.FindCommissions(
            walletNo, page.BeforeNo, page.Limit + 1, cancellationToken);
        var totals = await journal.SumCommissions(walletNo, cancellationToken);
        return new CommissionPage(
            [.. found.Take(page.Limit).Select(e => Write(walletNo, e))],
            totals.ToDictionary(
                t => t.Currency.Code, t => t.ToString(), StringComparer.Ordinal),
            found.Count > page.Limit ? PageRequest.Cursor(found[page.Limit - 1].Seq) : null);
    }

    private static CommissionBody Write(long walletNo, Entry entry)
    {
        var amount = entry.Amount!.Value;
        return new CommissionBody(
            new TransactionId(walletNo, entry.FirstSeq).ToString(), amount.Currency.Code,
            amount.ToString(), entry.Reference.Value, RawJson.Of(entry.Metadata),
            WireTime.Format(entry.At));
    }
}
