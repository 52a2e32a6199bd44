namespace OrleansWallet.Domain.Prices;

/// <summary>Market prices: the port to whoever knows them. Thread-safe; cheap to ask.</summary>
public interface IPrices
{
    /// <summary>All known prices in a currency, stale ones included and marked.</summary>
    /// <param name="quote">A currency's code.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>Null when no price in that currency is known now.</returns>
    ValueTask<PriceSheet?> Get(string quote, CancellationToken cancellationToken = default);
}
