namespace OrleansWallet.Domain.Prices;

/// <summary>Prices of several currencies in one quote currency.</summary>
/// <param name="Quote">The code of the currency in which they are; its own price is one.</param>
/// <param name="Prices">By currency code; a currency without a known price is missing.</param>
/// <param name="AsOf">How old the oldest of them is.</param>
/// <param name="Source">Where they come from, e.g. <c>static</c>.</param>
public sealed record PriceSheet(
    string Quote, IReadOnlyDictionary<string, Price> Prices, DateTimeOffset AsOf, string Source)
{
    /// <summary>At least one of them is too old to trade at.</summary>
    public bool IsStale => Prices.Values.Any(p => p.IsStale);

    public Price? Find(string code) =>
        Prices.TryGetValue(code, out var price) ? price
            : code == Quote ? new Price(Rate.One)
            : null;

    /// <summary>Units of <paramref name="quote"/> for one unit of <paramref name="code"/>.</summary>
    /// <param name="code">What is priced.</param>
    /// <param name="quote">In what.</param>
    /// <param name="up">Where it can't be exact: rounded up instead of cut.</param>
    /// <returns>Null when one of the two has no price; stale when one is.</returns>
    public Price? Cross(string code, string quote, bool up = false) =>
        Find(code) is { } price && Find(quote) is { } other
            ? new Price(price.Value.Per(other.Value, up), price.IsStale || other.IsStale)
            : null;

    /// <summary>The same prices in another quote currency; null when that has no price.</summary>
    public PriceSheet? In(string quote)
    {
        if (quote == Quote)
        {
            return this;
        }

        return Find(quote) is null
            ? null
            : new PriceSheet(
                quote,
                Prices.Keys.Append(Quote).Distinct().ToDictionary(
                    code => code, code => Cross(code, quote)!.Value, StringComparer.Ordinal),
                AsOf, Source);
    }
}
