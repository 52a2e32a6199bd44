using System.Numerics;
using OrleansWallet.Domain.Money;
using OrleansWallet.Import.Balances;
using OrleansWallet.Import.Posting;
using OrleansWallet.Import.Rows;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Reports;

/// <summary>Puts a report's lines together.</summary>
internal static class ReportMaker
{
    public static CollectionSummary Summarize(CollectionCounts counts) => new()
    {
        Collection = counts.File.Collection.Name(),
        File = counts.File.Name,
        Rows = counts.Rows,
        Accepted = counts.Accepted,
        Zero = counts.Zero,
        Summed = counts.Summed,
        Assumed = counts.Assumed,
        Rounded = counts.Rounded,
        Rejected = counts.Rejected,
        AmountUnknown = counts.AmountUnknown,
        Empty = counts.Empty,
        IgnoredFields = counts.Ignored.Counts,
    };

    /// <summary>What a dry run would leave in the journal.</summary>
    public static IReadOnlyDictionary<TotalKey, (BigInteger Credited, BigInteger Held)> Plan(
        BalanceBook book, LockedPolicy policy) =>
        book.Totals.ToDictionary(t => t.Key, t => (t.Planned, HeldOf(t, policy)));

    /// <summary>A line for each total of the book, and for each of the journal's in its
    /// collections.</summary>
    public static IReadOnlyList<TotalLine> Compare(
        BalanceBook book, ImportOptions options, CurrencyRegistry currencies,
        IReadOnlyDictionary<TotalKey, (BigInteger Credited, BigInteger Held)> journal)
    {
        var collections = options.Files.Select(f => f.Collection).ToHashSet();
        foreach (var key in journal.Keys.Where(k => collections.Contains(k.Collection)))
        {
            book.Total(key);
        }

        return
        [
            .. book.Totals
                .OrderBy(t => t.Key.Collection).ThenBy(t => t.Key.Account)
                .ThenBy(t => t.Key.Currency, StringComparer.Ordinal)
                .Select(total =>
                {
                    var scale = currencies.TryGet(total.Key.Currency, out var currency)
                        ? currency.Scale
                        : 0;
                    var (credited, held) = journal.GetValueOrDefault(total.Key);
                    return new TotalLine
                    {
                        Collection = total.Key.Collection.Name(),
                        Account = AccountNames.Of(total.Key.Account),
                        Currency = total.Key.Currency,
                        Before = total.Before,
                        After = new ExactDecimal(credited, scale),
                        Rejected = total.Rejected,
                        Residue = total.Residue,
                        Locked = new ExactDecimal(HeldOf(total, options.LockedPolicy), scale),
                        Held = new ExactDecimal(held, scale),
                    };
                }),
        ];
    }

    private static BigInteger HeldOf(BalanceTotal total, LockedPolicy policy) =>
        policy == LockedPolicy.Hold ? total.PlannedLocked : BigInteger.Zero;
}
