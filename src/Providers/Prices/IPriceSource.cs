namespace OrleansWallet.Providers.Prices;

/// <summary>Market prices. Thread-safe; cheap to ask, since answers are kept for a while.</summary>
public interface IPriceSource
{
    /// <summary>Prices of currencies in a quote currency, fiat or not.</summary>
    /// <returns>
    /// Done, with what is known of them, stale ones included and marked; refused as
    /// <see cref="ProviderRefusals.UnknownQuote"/>; unavailable when there never was any price.
    /// As long as nothing of it changes, the same codes get the same sheet.
    /// </returns>
    Task<ProviderResult<PriceSheet>> GetPrices(
        string quote, IReadOnlyCollection<string> codes, CancellationToken ct = default);
}
