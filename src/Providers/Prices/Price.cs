namespace OrleansWallet.Providers.Prices;

/// <summary>What one whole unit of a currency is worth.</summary>
/// <param name="Value">In whole units of the sheet's quote currency; more than zero.</param>
/// <param name="AsOf">When the market had it.</param>
/// <param name="IsStale">Too old to trade at.</param>
public sealed record Price(decimal Value, DateTimeOffset AsOf, bool IsStale);
