using OrleansWallet.Providers.Http;

namespace OrleansWallet.Providers.Prices;

/// <summary>Where prices come from: section <c>Prices</c>.</summary>
public sealed class PriceOptions
{
    public const string Section = "Prices";
    public const string StaticSource = "static";
    public const string CoinGeckoSource = "coingecko";

    /// <summary><c>static</c> or <c>coingecko</c>. Default <c>static</c>.</summary>
    public string Source { get; set; } = StaticSource;

    /// <summary>A JSON file for static prices: <c>{quote, as_of?, prices:{BTC:"…"}}</c>. Default:
    /// none, the sample that is built in.</summary>
    public string? File { get; set; }

    /// <summary>Static prices in USD by currency; added to the file's, or replacing them.</summary>
    public Dictionary<string, string> Values { get; init; } = [];

    /// <summary>CoinGecko's API. Default its public one.</summary>
    public Uri BaseUrl { get; set; } = new("https://api.coingecko.com/api/v3/");

    /// <summary>A key for CoinGecko's demo or, at its pro address, pro plan.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>CoinGecko's ids by currency, besides the built-in ones.</summary>
    public Dictionary<string, string> Ids { get; init; } = [];

    /// <summary>How long prices are kept before they are asked for again. Default 30 s.</summary>
    public TimeSpan CacheFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Older prices are shown with their age and not traded at. Default 5 min; static
    /// prices never are.</summary>
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromMinutes(5);

    public ResilienceOptions Resilience { get; init; } = new();
}
