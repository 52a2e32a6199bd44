using System.Diagnostics;
using System.Numerics;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Verification;

/// <summary>The books of each currency, summed by the database and not from the replay.</summary>
internal static class BooksCheck
{
    private const string Wallets =
        "select currency, sum(available + locked) from balances group by 1";

    private static readonly string _moved =
        $"select currency, kind, sum(amount) from entries where kind in ({WorldKinds()}) "
        + "group by 1, 2";

    /// <param name="snapshot">The moment.</param>
    /// <param name="underWay">Of <see cref="PostingCheck"/>.</param>
    /// <param name="tally">Of the check.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<CurrencyBooks>> Run(
        Snapshot snapshot, Dictionary<string, BigInteger> underWay, Tally tally,
        CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var books = new SortedDictionary<string, CurrencyBooks>(StringComparer.Ordinal);
        CurrencyBooks Of(string currency) => books.TryGetValue(currency, out var known)
            ? known
            : new CurrencyBooks(currency, 0, 0, 0, 0);

        foreach (var (currency, sum) in underWay)
        {
            books[currency] = Of(currency) with { UnderWay = sum };
        }

        await snapshot.ForEach(
            Wallets,
            row =>
            {
                var currency = row.GetString(0);
                books[currency] = Of(currency) with { Wallets = row.GetFieldValue<BigInteger>(1) };
            },
            cancellationToken);
        await snapshot.ForEach(
            _moved,
            row =>
            {
                if (!row.IsDBNull(0) && !row.IsDBNull(2))
                {
                    var currency = row.GetString(0);
                    books[currency] = Add(
                        Of(currency), (EntryKind)row.GetInt16(1),
                        row.GetFieldValue<BigInteger>(2));
                }
            },
            cancellationToken);
        tally.Looked = books.Count;
        foreach (var book in books.Values.Where(b => b.Difference != 0))
        {
            tally.Add(null, null, $"{book.Currency} is off by {book.Difference} minor units");
        }

        tally.Elapsed = watch.Elapsed;
        return [.. books.Values];
    }

    private static CurrencyBooks Add(CurrencyBooks books, EntryKind kind, BigInteger sum) =>
        EntryEffect.Of(kind).Total > 0
            ? books with { WorldIn = books.WorldIn + sum }
            : books with { WorldOut = books.WorldOut + sum };

    private static string WorldKinds() => string.Join(
        ',', Enum.GetValues<EntryKind>().Where(k => EntryEffect.Of(k).World).Select(k => (int)k));
}
