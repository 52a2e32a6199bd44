using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>The provider's coins and the grid's currencies, both ways. Thread-safe.</summary>
/// <remarks>Not every one is enabled in every account: the provider then refuses it.</remarks>
public sealed class Coins
{
    // The first of a currency is its network when none is named.
    private static readonly Coin[] _builtIn =
    [
        new("btc", "BTC", "BTC"),
        new("ltc", "LTC", "LTC"),
        new("doge", "DOGE", "DOGE"),
        new("eth", "ETH", "ETH"),
        new("bnbbsc", "BNB", "BSC"),
        new("maticmainnet", "MATIC", "MATIC"),
        new("avaxc", "AVAX", "AVAX"),
        new("sol", "SOL", "SOL"),
        new("trx", "TRX", "TRX"),
        new("xrp", "XRP", "XRP"),
        new("usdttrc20", "USDT", "TRX"),
        new("usdterc20", "USDT", "ETH"),
        new("usdtbsc", "USDT", "BSC"),
        new("usdtmatic", "USDT", "MATIC"),
        new("usdtsol", "USDT", "SOL"),
        new("usdtarb", "USDT", "ARB"),
        new("usdtop", "USDT", "OP"),
        new("usdc", "USDC", "ETH"),
        new("usdcsol", "USDC", "SOL"),
        new("usdcmatic", "USDC", "MATIC"),
        new("usdcbase", "USDC", "BASE"),
        new("usdcbsc", "USDC", "BSC"),
        new("usdcarb", "USDC", "ARB"),
        new("usdcop", "USDC", "OP"),
        new("dai", "DAI", "ETH"),
    ];

    private static readonly FrozenDictionary<string, string> _networkNames =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["BITCOIN"] = "BTC",
            ["LITECOIN"] = "LTC",
            ["DOGECOIN"] = "DOGE",
            ["ETHEREUM"] = "ETH",
            ["ERC20"] = "ETH",
            ["BNB"] = "BSC",
            ["BEP20"] = "BSC",
            ["POLYGON"] = "MATIC",
            ["AVALANCHE"] = "AVAX",
            ["AVAXC"] = "AVAX",
            ["SOLANA"] = "SOL",
            ["TRON"] = "TRX",
            ["TRC20"] = "TRX",
            ["RIPPLE"] = "XRP",
            ["ARBITRUM"] = "ARB",
            ["OPTIMISM"] = "OP",
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly List<Coin> _all;
    private readonly FrozenDictionary<string, Coin> _byCode;

    public Coins(IOptions<NowPaymentsOptions> options)
    {
        var more = options.Value.Coins.Select(c => new Coin(
            c.Key.ToLowerInvariant(), c.Value.Currency, NetworkOf(c.Value.Network)));
        var byCode = _builtIn.ToDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase);
        _all = [.. _builtIn];
        foreach (var coin in more)
        {
            _all.RemoveAll(c => c.Code == coin.Code);
            _all.Add(coin);
            byCode[coin.Code] = coin;
        }

        _byCode = byCode.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Coin> All => _all;

    /// <summary>The coin of a provider's code, in any case.</summary>
    public bool TryGet(string? code, [NotNullWhen(true)] out Coin? coin)
    {
        coin = null;
        return code is not null && _byCode.TryGetValue(code, out coin);
    }

    /// <summary>The coin of a currency on a network.</summary>
    /// <param name="currency">The grid's code.</param>
    /// <param name="network">Short or long name in any case, or null for the usual one.</param>
    /// <param name="coin">The coin, or null when there is none.</param>
    public bool TryFind(string currency, string? network, [NotNullWhen(true)] out Coin? coin)
    {
        var name = network is null ? null : NetworkOf(network);
        coin = _all.Find(c => c.Currency == currency && (name is null || c.Network == name));
        return coin is not null;
    }

    private static string NetworkOf(string name) =>
        _networkNames.TryGetValue(name, out var known) ? known : name.ToUpperInvariant();
}
