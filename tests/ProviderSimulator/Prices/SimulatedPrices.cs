using System.Globalization;

namespace OrleansWallet.ProviderSimulator.Prices;

/// <summary>The market of the simulated CoinGecko: prices in USD by id, as texts. Thread-safe.
/// </summary>
public sealed class SimulatedPrices(ProviderServerOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _usd = new(StringComparer.Ordinal)
    {
        ["bitcoin"] = "100000.12",
        ["litecoin"] = "95.5",
        ["dogecoin"] = "0.18",
        ["ethereum"] = "3500.5",
        ["binancecoin"] = "950",
        ["polygon-ecosystem-token"] = "0.2",
        ["avalanche-2"] = "18",
        ["solana"] = "165.25",
        ["tron"] = "0.29",
        ["ripple"] = "2.3",
        ["usd-coin"] = "0.9999",
        ["tether"] = "1.0001",
        ["dai"] = "1",
    };

    // What one dollar is worth.
    private readonly Dictionary<string, decimal> _fiat = new(StringComparer.Ordinal)
    {
        ["usd"] = 1m,
        ["eur"] = 0.8m,
        ["gbp"] = 0.75m,
        ["chf"] = 0.8m,
        ["czk"] = 20m,
        ["jpy"] = 150m,
    };

    private static readonly Dictionary<string, string> _idOfCoin = new(StringComparer.Ordinal)
    {
        ["btc"] = "bitcoin",
        ["ltc"] = "litecoin",
        ["doge"] = "dogecoin",
        ["eth"] = "ethereum",
        ["bnbbsc"] = "binancecoin",
        ["maticmainnet"] = "polygon-ecosystem-token",
        ["avaxc"] = "avalanche-2",
        ["sol"] = "solana",
        ["trx"] = "tron",
        ["xrp"] = "ripple",
        ["dai"] = "dai",
    };

    /// <summary>How old prices are said to be.</summary>
    public TimeSpan Age { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Sets a price in USD; written as given, e.g. <c>1e-7</c>.</summary>
    public void Set(string id, string usd)
    {
        lock (_lock)
        {
            _usd[id] = usd;
        }
    }

    /// <summary>Forgets a coin, as when it is delisted.</summary>
    public void Remove(string id)
    {
        lock (_lock)
        {
            _usd.Remove(id);
        }
    }

    internal DateTimeOffset UpdatedAt => options.Time.GetUtcNow() - Age;

    /// <summary>The digits of a price, or null when it is not known.</summary>
    internal string? Digits(string id, string fiat)
    {
        lock (_lock)
        {
            if (!_usd.TryGetValue(id, out var usd) || !_fiat.TryGetValue(fiat, out var rate))
            {
                return null;
            }

            // What is not a number is written as it is, in every currency.
            return rate != 1m && decimal.TryParse(
                usd, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? (number * rate).ToString(CultureInfo.InvariantCulture)
                : usd;
        }
    }

    /// <summary>What a price is in a coin of NOWPayments, to 8 digits.</summary>
    internal bool TryConvert(string price, string from, string coin, out string amount)
    {
        amount = price;
        if (from == coin)
        {
            return true;
        }

        lock (_lock)
        {
            var id = coin.StartsWith("usd", StringComparison.Ordinal)
                ? "dai"
                : _idOfCoin.GetValueOrDefault(coin);
            if (id is null || !_fiat.TryGetValue(from, out var rate))
            {
                return false;
            }

            amount = Math.Round(Number(price) / rate / Number(_usd[id]), 8)
                .ToString(CultureInfo.InvariantCulture);
            return true;
        }
    }

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
