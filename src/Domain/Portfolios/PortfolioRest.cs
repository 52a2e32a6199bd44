using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Portfolios;

/// <summary>The currencies that are not among the top ones.</summary>
/// <param name="Value">In the quote currency.</param>
/// <param name="Share">Hundredths of a percent of the total value.</param>
/// <param name="Count">How many currencies.</param>
public sealed record PortfolioRest(Amount Value, int Share, int Count);
