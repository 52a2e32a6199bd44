using FsCheck.Fluent;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Portfolios;
using OrleansWallet.Domain.Prices;
using OrleansWallet.Domain.Tests.Properties;

namespace OrleansWallet.Domain.Tests.Portfolios;

public sealed class PortfolioTests
{
    private static readonly Currency _usd = CurrencyRegistry.Default["USD"];
    private static readonly PriceSheet _prices = new(
        "USD",
        new Dictionary<string, Price>
        {
            ["BTC"] = new(Rate.Parse("60000")),
            ["ETH"] = new(Rate.Parse("3000")),
            ["EUR"] = new(Rate.Parse("1.1")),
            ["USDC"] = new(Rate.One),
        },
        DateTimeOffset.UnixEpoch, "test");

    [Theory]
    [InlineData("", "")]
    [InlineData("0", "0")]
    [InlineData("0,0", "0,0")]
    [InlineData("7", "10000")]
    [InlineData("1,1,1", "3334,3333,3333")]
    [InlineData("1,1,1,1,1,1", "1667,1667,1667,1667,1666,1666")]
    [InlineData("2,1", "6667,3333")]
    [InlineData("1,99999", "0,10000")]
    [InlineData("0,5,0", "0,10000,0")]
    [InlineData("1000000000000000000000000000000000000,1", "10000,0")]
    public void Shares_OfValues_AddUpToTheWhole(string values, string shares) =>
        Assert.Equal(
            shares,
            string.Join(',', Shares.Of([.. Split(values).Select(v => Int128.Parse(v))])));

    [Fact]
    public void Shares_OfAnyValues_AddUpAndAreOffByLessThanAHundredth() =>
        Checks.Run(
            Gen.ListOf(Gen.Choose(0, int.MaxValue)).Where(v => v.Sum(x => (long)x) > 0)
                .ToArbitrary(),
            values =>
            {
                var shares = Shares.Of([.. values.Select(v => (Int128)v)]);
                var total = values.Sum(v => (decimal)v);

                Assert.Equal(Shares.Whole, shares.Sum());
                Assert.All(
                    values.Zip(shares),
                    x => Assert.True(Math.Abs((x.First * 10_000m / total) - x.Second) < 1));
            });

    [Theory]
    // Total; the assets with their values and shares; the rest.
    [InlineData("", 5, "0.00", "", null)]
    [InlineData("0 BTC", 5, "0.00", "", null)]
    [InlineData("1 DOGE", 5, "0.00", "DOGE ? ?", null)]
    [InlineData("0.00000001 BTC", 5, "0.00", "BTC 0.00 0", null)]
    [InlineData("2 BTC", 5, "120000.00", "BTC 120000.00 10000", null)]
    [InlineData(
        "1 USD,1 USDC,1 EUR", 5, "3.10", "EUR 1.10 3548,USD 1.00 3226,USDC 1.00 3226", null)]
    [InlineData(
        "1 USD,1 USDC,1 EUR,5 DOGE,3 AVAX", 1, "3.10", "EUR 1.10 3548,AVAX ? ?,DOGE ? ?",
        "2.00 6452 2")]
    [InlineData("1 BTC,20 ETH", 1, "120000.00", "BTC 60000.00 5000", "60000.00 5000 1")]
    public void Portfolio_OfBalances_IsValuedAndOrdered(
        string balances, int top, string total, string assets, string? others)
    {
        var portfolio = Portfolio.Of(
            Split(balances).Select(b => b.Split(' '))
                .Select(b => Amount.Parse(b[0], CurrencyRegistry.Default[b[1]])),
            _prices, _usd, top);

        Assert.Equal(total, portfolio.Total.ToString());
        Assert.Equal(
            assets,
            string.Join(',', portfolio.Assets.Select(a =>
                $"{a.Balance.Currency} {a.Value?.ToString() ?? "?"} {a.Share?.ToString() ?? "?"}")));
        Assert.Equal(
            others,
            portfolio.Others is { } rest ? $"{rest.Value} {rest.Share} {rest.Count}" : null);
    }

    private static string[] Split(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
