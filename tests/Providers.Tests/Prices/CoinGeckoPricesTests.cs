using OrleansWallet.Providers.Prices;
using OrleansWallet.Testing;

namespace OrleansWallet.Providers.Tests.Prices;

public sealed class CoinGeckoPricesTests : IAsyncLifetime
{
    private const string Call = "GET /api/v3/simple/price";
    private readonly ManualTime _time = new();
    private ProviderHost _host = null!;

    public async Task InitializeAsync() => _host = await ProviderHost.Start(
        _time, ("Prices:CacheFor", "00:00:30"), ("Prices:StaleAfter", "00:05:00"),
        ("Prices:Resilience:Retries", "1"), ("Prices:Resilience:BreakAfter", "4"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Prices_InDollars_AreDigitByDigit()
    {
        _host.Server.Prices.Set("dogecoin", "1.2345678901234567890123e-7");
        _host.Server.Prices.Set("bitcoin", "123456.12345678901234567890");

        var sheet = await Get("USD", "BTC", "DOGE");

        Assert.Equal(("USD", "coingecko"), (sheet.Quote, sheet.Source));
        Assert.Equal(123456.12345678901234567890m, sheet.Prices["BTC"].Value);
        Assert.Equal(0.00000012345678901234567890123m, sheet.Prices["DOGE"].Value);
        Assert.Equal(_time.GetUtcNow().AddSeconds(-5), sheet.AsOf);
        Assert.False(sheet.IsStale);
    }

    [Theory]
    [InlineData("BTC", "EUR", "80000.096")]
    [InlineData("EUR", "USD", "1.25")]
    [InlineData("EUR", "JPY", "187.5")]
    [InlineData("BTC", "BTC", "1")]
    [InlineData("USD", "USD", "1")]
    [InlineData("DAI", "GBP", "0.75")]
    public async Task Price_InAnotherQuote_IsTheCross(string code, string quote, string value)
    {
        var sheet = await Get(quote, code);

        Assert.Equal(
            decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
            decimal.Round(sheet.Prices[code].Value, 12));
    }

    [Fact]
    public async Task Prices_WithinTheirTime_AreAskedForOnce()
    {
        await Get("USD", "BTC");
        await Get("EUR", "ETH", "SOL");
        _time.Advance(TimeSpan.FromSeconds(29));
        await Get("USD", "BTC");
        Assert.Equal(1, _host.Server.Calls[Call]);

        _time.Advance(TimeSpan.FromSeconds(2));
        _host.Server.Prices.Set("bitcoin", "99999");
        Assert.Equal(99999m, (await Get("USD", "BTC")).Prices["BTC"].Value);
        Assert.Equal(2, _host.Server.Calls[Call]);
    }

    [Fact]
    public async Task Prices_WhenManyAskAtOnce_AreAskedForOnce()
    {
        _host.Server.Faults.AnswerLatency = TimeSpan.FromMilliseconds(100);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Get("USD", "BTC")));

        Assert.Equal(1, _host.Server.Calls[Call]);
    }

    [Fact]
    public async Task Prices_WhileTheSourceIsAway_AgeUntilTheyAreStale()
    {
        var first = await Get("USD", "BTC");
        _host.Server.Faults.ErrorRate = 1;

        _time.Advance(TimeSpan.FromMinutes(4));
        var kept = await Get("USD", "BTC");
        Assert.True(kept.TryGetTradable("BTC", out var price));
        Assert.Equal(first.Prices["BTC"], price);

        _time.Advance(TimeSpan.FromMinutes(1));
        var stale = await Get("USD", "BTC");
        Assert.True(stale.IsStale);
        Assert.False(stale.TryGetTradable("BTC", out _));
        Assert.Equal(first.AsOf, stale.AsOf);
        Assert.Equal(first.Prices["BTC"].Value, stale.Prices["BTC"].Value);

        _host.Server.Faults.Clear();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await Get("USD", "BTC")).IsStale);
    }

    [Fact]
    public async Task Prices_WhenTheMarketItselfIsOld_AreStale()
    {
        _host.Server.Prices.Age = TimeSpan.FromMinutes(6);

        var sheet = await Get("USD", "BTC");

        Assert.False(sheet.TryGetTradable("BTC", out _));
        Assert.Equal(_time.GetUtcNow().AddMinutes(-6), sheet.AsOf);
    }

    [Fact]
    public async Task Prices_WhenThereWereNever_AreUnavailable()
    {
        _host.Server.Faults.ErrorRate = 1;
        (await _host.Prices.GetPrices("USD", ["BTC"])).Unavailable();

        // And not asked for again at once.
        var calls = _host.Server.Calls[Call];
        (await _host.Prices.GetPrices("USD", ["BTC"])).Unavailable();
        Assert.Equal(calls, _host.Server.Calls[Call]);
    }

    [Fact]
    public async Task Prices_WhenTheSourceKeepsFailing_AreNotAskedForUntilTheCircuitCloses()
    {
        _host.Server.Faults.ErrorRate = 1;
        for (var i = 0; i < 5; i++)
        {
            (await _host.Prices.GetPrices("USD", ["BTC"])).Unavailable();
            _time.Advance(TimeSpan.FromSeconds(2.1));
        }

        Assert.Equal(4, _host.Server.Calls[Call]);
        _host.Server.Faults.Clear();
        _time.Advance(TimeSpan.FromSeconds(30));
        await Get("USD", "BTC");
    }

    [Fact]
    public async Task Prices_WhenRateLimited_AreAskedForAfterThatTime()
    {
        _host.Server.Faults.RateLimitNext(TimeSpan.FromSeconds(60));
        var away = (await _host.Prices.GetPrices("USD", ["BTC"])).Unavailable();
        Assert.Equal(TimeSpan.FromSeconds(60), away.RetryAfter);

        _time.Advance(TimeSpan.FromSeconds(59));
        (await _host.Prices.GetPrices("USD", ["BTC"])).Unavailable();
        Assert.Equal(1, _host.Server.Calls[Call]);

        _time.Advance(TimeSpan.FromSeconds(2));
        await Get("USD", "BTC");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("null")]
    [InlineData("\"1\"")]
    [InlineData("1e-40")]
    public async Task Price_WhenNotAPositiveNumber_IsMissing(string raw)
    {
        _host.Server.Prices.Set("ripple", raw);
        var sheet = await Get("USD", "XRP", "SOL");

        Assert.Equal(["SOL"], sheet.Prices.Keys);
        Assert.False(sheet.TryGetTradable("XRP", out _));
    }

    [Fact]
    public async Task Price_WhenNotListed_IsMissingAndAQuoteRefused()
    {
        _host.Server.Prices.Remove("ripple");

        Assert.Empty((await Get("USD", "XRP", "ZZZ")).Prices);
        Assert.Equal(
            ProviderRefusals.UnknownQuote,
            (await _host.Prices.GetPrices("XRP", ["BTC"])).RefusedCode());
    }

    private Task<PriceSheet> Get(string quote, params string[] codes) =>
        _host.Prices.GetPrices(quote, codes).Done();
}
