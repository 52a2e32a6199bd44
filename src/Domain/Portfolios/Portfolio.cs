using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Domain.Portfolios;

/// <summary>What somebody has, valued in one currency.</summary>
/// <param name="Total">The sum of the values.</param>
/// <param name="Assets">
/// Those of the highest value, highest first; then all that have no price, by code.
/// </param>
/// <param name="Others">The rest of those that have a price; null when there is none.</param>
public sealed record Portfolio(
    Amount Total, IReadOnlyList<PortfolioAsset> Assets, PortfolioRest? Others)
{
    /// <param name="balances">One a currency; those of zero are left out.</param>
    /// <param name="prices">In the quote currency.</param>
    /// <param name="quote">In which the values are.</param>
    /// <param name="top">How many priced currencies are shown one by one.</param>
    public static Portfolio Of(
        IEnumerable<Amount> balances, PriceSheet? prices, Currency quote, int top)
    {
        var all = balances.Where(b => b.IsPositive)
            .Select(b => Value(b, prices, quote))
            .OrderByDescending(a => a.Value?.Minor ?? -1)
            .ThenBy(a => a.Balance.Currency.Code, StringComparer.Ordinal)
            .ToList();
        var priced = all.Where(a => a.Value is not null).ToList();
        var shares = Shares.Of([.. priced.Select(a => a.Value!.Value.Minor)]);
        var total = Sum(priced, quote);
        var rest = priced.Skip(top).ToList();
        return new Portfolio(
            total,
            [
                .. priced.Take(top).Select((a, i) => a with { Share = shares[i] }),
                .. all.Skip(priced.Count),
            ],
            rest.Count == 0
                ? null
                : new PortfolioRest(Sum(rest, quote), shares.Skip(top).Sum(), rest.Count));
    }

    private static PortfolioAsset Value(Amount balance, PriceSheet? prices, Currency quote)
    {
        var price = balance.Currency.Equals(quote) ? Rate.One : prices?.Find(balance.Currency.Code)?.Value;
        return price?.Convert(balance, quote) is { } value
            ? new PortfolioAsset(balance, price, value, null)
            : new PortfolioAsset(balance, null, null, null);
    }

    private static Amount Sum(IEnumerable<PortfolioAsset> assets, Currency quote) =>
        assets.Aggregate(Amount.Zero(quote), (sum, asset) => sum + asset.Value!.Value);
}
