using Microsoft.Extensions.Configuration;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Api.Exchange;

/// <summary>Prices of the configuration, in dollars: <c>Prices:Static:BTC=65000</c>.</summary>
/// <remarks>They are as of now, always: whoever wrote them wants to trade at them.</remarks>
public sealed class StaticPrices : IPrices
{
    private const string Quote = "USD";
    private const string Section = "Prices:Static";
    private const string Source = "static";

    private readonly Dictionary<string, Price> _prices = new(StringComparer.Ordinal)
    {
        [Quote] = new Price(Rate.One),
    };

    private readonly TimeProvider _time;

    /// <exception cref="SettingException">A price is no decimal above zero.</exception>
    public StaticPrices(IConfiguration configuration, TimeProvider time)
    {
        _time = time;
        foreach (var entry in configuration.GetSection(Section).GetChildren())
        {
            if (!Currency.IsCode(entry.Key) || !Rate.TryParse(entry.Value, out var price))
            {
                throw new SettingException(
                    $"{Section}:{entry.Key} must be a currency's price in {Quote}, above zero");
            }

            _prices[entry.Key] = new Price(price);
        }
    }

    public ValueTask<PriceSheet?> Get(
        string quote, CancellationToken cancellationToken = default) =>
        new(new PriceSheet(Quote, _prices, _time.GetUtcNow(), Source).In(quote));
}
