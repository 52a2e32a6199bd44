namespace OrleansWallet.Domain.Prices;

/// <summary>What one whole unit of a currency is worth in a sheet's quote currency.</summary>
/// <param name="Value">Above zero.</param>
/// <param name="IsStale">Too old to trade at.</param>
public readonly record struct Price(Rate Value, bool IsStale = false);
