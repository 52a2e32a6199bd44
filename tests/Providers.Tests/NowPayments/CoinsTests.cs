using Microsoft.Extensions.Options;
using OrleansWallet.Domain.Money;
using OrleansWallet.Providers.NowPayments;

namespace OrleansWallet.Providers.Tests.NowPayments;

public sealed class CoinsTests
{
    private static readonly Coins _coins = new(Options.Create(new NowPaymentsOptions()));

    [Theory]
    [InlineData("USDT", null, "usdttrc20")]
    [InlineData("USDT", "ETHEREUM", "usdterc20")]
    [InlineData("USDT", "erc20", "usdterc20")]
    [InlineData("USDT", "Polygon", "usdtmatic")]
    [InlineData("USDC", "BASE", "usdcbase")]
    [InlineData("USDC", "sol", "usdcsol")]
    [InlineData("BTC", "BTC", "btc")]
    [InlineData("BNB", "BNB", "bnbbsc")]
    public void Coin_WhenFoundByCurrencyAndNetwork_HasTheProvidersCode(
        string currency, string? network, string code)
    {
        Assert.True(_coins.TryFind(currency, network, out var coin));
        Assert.Equal(code, coin.Code);
        Assert.True(_coins.TryGet(code.ToUpperInvariant(), out var same));
        Assert.Equal(coin, same);
    }

    [Theory]
    [InlineData("BTC", "ETH")]
    [InlineData("USD", null)]
    public void Coin_WhenThereIsNone_IsNotFound(string currency, string? network) =>
        Assert.False(_coins.TryFind(currency, network, out _));

    [Fact]
    public void Coins_OfTheRegistry_AreAllThere() =>
        Assert.All(
            CurrencyRegistry.Default.All.Where(c => c.Kind != CurrencyKind.Fiat),
            c => Assert.True(_coins.TryFind(c.Code, null, out _), c.Code));

    [Fact]
    public void Coins_OfTheTable_AreAllRegistered() =>
        Assert.All(
            _coins.All,
            c => Assert.True(CurrencyRegistry.Default.TryGet(c.Currency, out _), c.Code));

    [Fact]
    public void Coin_WhenConfigured_IsAddedOrReplacesOne()
    {
        var coins = new Coins(Options.Create(new NowPaymentsOptions
        {
            Coins =
            {
                ["usdtton"] = new CoinOptions { Currency = "USDT", Network = "ton" },
                ["AVAXC"] = new CoinOptions { Currency = "AVAX", Network = "AVALANCHE" },
            },
        }));

        Assert.True(coins.TryFind("USDT", "TON", out var added));
        Assert.Equal("usdtton", added.Code);
        Assert.True(coins.TryFind("AVAX", null, out var replaced));
        Assert.Equal(new Coin("avaxc", "AVAX", "AVAX"), replaced);
        Assert.Single(coins.All, c => c.Currency == "AVAX");
    }
}
