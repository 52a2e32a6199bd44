using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Domain.Tests.Prices;

public sealed class RateTests
{
    [Theory]
    [InlineData("65000", "65000")]
    [InlineData("65000.50", "65000.5")]
    [InlineData("0.000000000000000000000000000001", "0.000000000000000000000000000001")]
    [InlineData("007", "7")]
    public void Rate_WhenItIsRead_IsWrittenPlainly(string text, string written)
    {
        Assert.Equal(written, Rate.Parse(text).ToString());
        Assert.Equal(Rate.Parse(written), Rate.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("-1")]
    [InlineData("1e5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("NaN")]
    [InlineData(" 1")]
    public void Rate_WhenItIsNoDecimalAboveZero_IsRefused(string? text) =>
        Assert.False(Rate.TryParse(text, out _));

    [Theory]
    [InlineData("65000", "1", false, "65000")]
    [InlineData("1", "3", false, "0.333333333333333333")]
    [InlineData("1", "3", true, "0.333333333333333334")]
    [InlineData("2", "3", false, "0.666666666666666666")]
    [InlineData("0.0000001", "65000", false, "0.00000000000153846153846153846")]
    [InlineData("1", "65000", true, "0.0000153846153846153847")]
    [InlineData("1.25", "0.5", true, "2.5")]
    public void Per_OfTwoPrices_IsExactOrRoundedAsAsked(
        string price, string other, bool up, string rate)
    {
        var actual = Rate.Parse(price).Per(Rate.Parse(other), up).ToString();

        // How many digits more than the promised ones there are is of no interest.
        Assert.StartsWith(up ? rate : rate[..Math.Min(rate.Length, 18)], actual);
    }

    [Theory]
    [InlineData("1.00", "USD", "0.333333333333333333", "BTC", false, "0.33333333")]
    [InlineData("1.00", "USD", "0.333333333333333333", "BTC", true, "0.33333334")]
    [InlineData("2.00000000", "BTC", "65000.555", "USD", false, "130001.11")]
    [InlineData("0.00000001", "BTC", "65000", "USD", false, "0.00")]
    [InlineData("1.5", "ETH", "100", "JPY", true, "150")]
    public void Convert_BetweenScales_CutsOrRoundsUpTheLastMinorUnit(
        string amount, string from, string rate, string to, bool up, string expected)
    {
        var currencies = CurrencyRegistry.Default;

        var converted = Rate.Parse(rate)
            .Convert(Amount.Parse(amount, currencies[from]), currencies[to], up);

        Assert.Equal(expected, converted.ToString());
    }

    [Fact]
    public void Convert_WhenTheResultIsTooLarge_GivesNothing() =>
        Assert.Null(Rate.Parse("10").Convert(
            new Amount(Amount.MinorMax, CurrencyRegistry.Default["USD"]),
            CurrencyRegistry.Default["EUR"]));

    [Fact]
    public void Sheet_InAnotherCurrency_KeepsWhatIsStale()
    {
        var sheet = new PriceSheet(
            "USD",
            new Dictionary<string, Price>
            {
                ["BTC"] = new(Rate.Parse("60000")),
                ["EUR"] = new(Rate.Parse("1.2")),
                ["DOGE"] = new(Rate.Parse("0.12"), IsStale: true),
            },
            DateTimeOffset.UnixEpoch, "test");

        var euros = sheet.In("EUR")!;

        Assert.Equal("50000", euros.Find("BTC")!.Value.Value.ToString());
        Assert.False(euros.Find("BTC")!.Value.IsStale);
        Assert.True(euros.Find("DOGE")!.Value.IsStale);
        Assert.Equal("1", euros.Find("EUR")!.Value.Value.ToString());
        Assert.Null(euros.Find("ETH"));
        Assert.Null(sheet.In("GBP"));
    }
}
