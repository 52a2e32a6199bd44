using System.Diagnostics.CodeAnalysis;

namespace OrleansWallet.Providers.Prices;

/// <summary>Prices of several currencies in one quote currency.</summary>
/// <param name="Quote">The currency in which they are, e.g. <c>USD</c>.</param>
/// <param name="Prices">By currency code; a currency without a known price is missing.</param>
/// <param name="AsOf">The age of the oldest of them.</param>
/// <param name="Source"><c>static</c> or <c>coingecko</c>.</param>
public sealed record PriceSheet(
    string Quote, IReadOnlyDictionary<string, Price> Prices, DateTimeOffset AsOf, string Source)
{
    /// <summary>At least one of them is too old to trade at.</summary>
    public bool IsStale => Prices.Values.Any(p => p.IsStale);

    /// <summary>A price that may be traded at: known and not stale.</summary>
    public bool TryGetTradable(string code, [NotNullWhen(true)] out Price? price) =>
        Prices.TryGetValue(code, out price) && !price.IsStale;
}
