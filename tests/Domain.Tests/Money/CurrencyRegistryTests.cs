using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Tests.Money;

public class CurrencyRegistryTests
{
    [Theory]
    [InlineData("USD", 2, CurrencyKind.Fiat)]
    [InlineData("GBP", 2, CurrencyKind.Fiat)]
    [InlineData("EUR", 2, CurrencyKind.Fiat)]
    [InlineData("CZK", 2, CurrencyKind.Fiat)]
    [InlineData("JPY", 0, CurrencyKind.Fiat)]
    [InlineData("BTC", 8, CurrencyKind.Crypto)]
    [InlineData("ETH", 18, CurrencyKind.Crypto)]
    [InlineData("SOL", 9, CurrencyKind.Crypto)]
    [InlineData("MATIC", 18, CurrencyKind.Crypto)]
    [InlineData("USDC", 6, CurrencyKind.Stablecoin)]
    [InlineData("USDT", 6, CurrencyKind.Stablecoin)]
    public void Default_KnowsTheBuiltInCurrencies(string code, int scale, CurrencyKind kind)
    {
        var currency = CurrencyRegistry.Default[code];

        Assert.Equal((code, scale, kind), (currency.Code, currency.Scale, currency.Kind));
    }

    [Fact]
    public void All_IsOrderedByCodeAndHasNoneTwice()
    {
        var codes = CurrencyRegistry.Default.All.Select(c => c.Code).ToArray();

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Registry_WhenGivenMore_AddsThemAndReplacesTheSameCode()
    {
        var registry = new CurrencyRegistry(
            [new("PTS", 0, CurrencyKind.Fiat), new("USD", 4, CurrencyKind.Fiat)]);

        Assert.Equal(0, registry["PTS"].Scale);
        Assert.Equal(4, registry["USD"].Scale);
        Assert.Equal(8, registry["BTC"].Scale);
        Assert.Equal(2, CurrencyRegistry.Default["USD"].Scale);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("usd")]
    [InlineData("XXX")]
    public void TryGet_WhenUnknown_IsFalse(string? code)
    {
        Assert.False(CurrencyRegistry.Default.TryGet(code, out var currency));
        Assert.Null(currency);
    }

    [Fact]
    public void Indexer_WhenUnknown_NamesTheCode()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => CurrencyRegistry.Default["XXX"]);

        Assert.Contains("XXX", error.Message, StringComparison.Ordinal);
    }
}
