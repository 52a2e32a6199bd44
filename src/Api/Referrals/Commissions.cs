using OrleansWallet.Api.Json;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Referrals;

/// <summary>The commissions in a wallet's history.</summary>
public sealed class Commissions(IJournalQueries journal)
{
    private const int PageRows = 1_000;
    private static readonly TransactionType _type = new("referral_commission");

    /// <summary>The latest ones, newest first, and the sum of all by currency.</summary>
    /// <exception cref="Journal.JournalUnavailableException">It can't be read now.</exception>
    internal async ValueTask<(
        IReadOnlyList<CommissionBody> Latest, IReadOnlyDictionary<string, string> Totals)> Read(
        WalletId wallet, int limit, CancellationToken cancellationToken)
    {
        var latest = new List<CommissionBody>();
        var totals = new SortedDictionary<string, Amount>(StringComparer.Ordinal);
        if (await journal.FindWalletNo(wallet, cancellationToken) is { } walletNo)
        {
            await foreach (var entry in All(walletNo, cancellationToken))
            {
                var amount = entry.Amount!.Value;
                var code = amount.Currency.Code;
                totals[code] = totals.TryGetValue(code, out var sum) ? sum + amount : amount;
                if (latest.Count < limit)
                {
                    latest.Add(Write(walletNo, entry, amount));
                }
            }
        }

        return (latest, totals.ToDictionary(t => t.Key, t => t.Value.ToString()));
    }

    private static CommissionBody Write(long walletNo, Entry entry, Amount amount) => new(
        new TransactionId(walletNo, entry.FirstSeq).ToString(), amount.Currency.Code,
        amount.ToString(), entry.Reference.Value, RawJson.Of(entry.Metadata),
        WireTime.Format(entry.At));

    private async IAsyncEnumerable<Entry> All(
        long walletNo,
        [System.Runtime.CompilerServices.EnumeratorCancellation]
        CancellationToken cancellationToken)
    {
        var filter = new EntryFilter
        {
            Type = _type, Kinds = [EntryKind.Accepted], Limit = PageRows,
        };
        while (true)
        {
            var page = await journal.FindEntries(walletNo, filter, cancellationToken);
            foreach (var entry in page)
            {
                yield return entry;
            }

            if (page.Count < PageRows)
            {
                yield break;
            }

            filter = filter with { BeforeSeq = page[^1].Seq };
        }
    }
}
