using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Domain.Portfolios;

/// <summary>One currency of a portfolio.</summary>
/// <param name="Balance">All of it, whatever account and whether locked or not.</param>
/// <param name="Price">Null when it has none; then the rest is null, too.</param>
/// <param name="Value">In the quote currency, cut to its minor unit.</param>
/// <param name="Share">Hundredths of a percent of the total value.</param>
public sealed record PortfolioAsset(Amount Balance, Rate? Price, Amount? Value, int? Share);
