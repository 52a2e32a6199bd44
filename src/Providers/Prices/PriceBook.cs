using System.Collections.Concurrent;
using System.Globalization;

namespace OrleansWallet.Providers.Prices;

/// <summary>All prices of one moment, in one base currency; every other quote is a cross.</summary>
internal sealed class PriceBook
{
    private readonly Dictionary<string, (decimal Value, DateTimeOffset AsOf)> _inBase =
        new(StringComparer.Ordinal);

    // By quote: one caller's codes are always the same.
    private readonly ConcurrentDictionary<string, Kept> _sheets = new(StringComparer.Ordinal);

    public PriceBook(string baseCode, DateTimeOffset at) => Set(baseCode, 1m, at);

    public void Set(string code, decimal value, DateTimeOffset asOf) =>
        _inBase[code] = (value, asOf);

    /// <summary>Reads a decimal text, never through a double; an exponent is allowed.</summary>
    public static bool TryParse(string? text, out decimal value) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent
                | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out value)
        && value > 0;

    /// <summary>The same sheet until one of its prices becomes stale. The book must be whole.
    /// </summary>
    /// <param name="quote">The currency asked for.</param>
    /// <param name="codes">Of which currencies.</param>
    /// <param name="staleBefore">Prices of before are stale; null when none can be.</param>
    /// <param name="source">The name of the source.</param>
    public ProviderResult<PriceSheet> ToSheet(
        string quote, IReadOnlyCollection<string> codes, DateTimeOffset? staleBefore,
        string source)
    {
        if (_sheets.TryGetValue(quote, out var kept) && ReferenceEquals(kept.Codes, codes)
            && !(kept.FreshFrom < staleBefore))
        {
            return kept.Sheet;
        }

        if (!_inBase.TryGetValue(quote, out var unit))
        {
            return new ProviderResult<PriceSheet>.Refused(
                ProviderRefusals.UnknownQuote, "no price is known in that currency");
        }

        var prices = new Dictionary<string, Price>(StringComparer.Ordinal);
        DateTimeOffset? freshFrom = null;
        foreach (var code in codes)
        {
            if (_inBase.TryGetValue(code, out var price)
                && TryCross(price.Value, unit.Value, out var value))
            {
                // A cross is as old as the older of its two sides.
                var asOf = price.AsOf < unit.AsOf ? price.AsOf : unit.AsOf;
                prices[code] = new Price(value, asOf, asOf < staleBefore);
                if (!prices[code].IsStale && !(asOf >= freshFrom))
                {
                    freshFrom = asOf;
                }
            }
        }

        var oldest = prices.Values.Select(p => p.AsOf).DefaultIfEmpty(unit.AsOf).Min();
        var sheet = new ProviderResult<PriceSheet>.Done(new(quote, prices, oldest, source));
        _sheets[quote] = new Kept(codes, freshFrom, sheet);
        return sheet;
    }

    /// <summary>Beyond what a decimal holds there is no price.</summary>
    private static bool TryCross(decimal value, decimal unit, out decimal cross)
    {
        try
        {
            cross = value / unit;
            return cross > 0;
        }
        catch (OverflowException)
        {
            cross = 0;
            return false;
        }
    }

    /// <param name="Codes">For whom.</param>
    /// <param name="FreshFrom">Of when the oldest is that is not stale; null for none.</param>
    /// <param name="Sheet">What they got.</param>
    private sealed record Kept(
        IReadOnlyCollection<string> Codes, DateTimeOffset? FreshFrom,
        ProviderResult<PriceSheet>.Done Sheet);
}
