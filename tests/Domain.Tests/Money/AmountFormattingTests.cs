using System.Globalization;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Tests.Money;

public class AmountFormattingTests
{
    [Theory]
    [InlineData("0", "USD", "0.00")]
    [InlineData("1", "USD", "0.01")]
    [InlineData("-1", "USD", "-0.01")]
    [InlineData("10", "USD", "0.10")]
    [InlineData("99", "USD", "0.99")]
    [InlineData("100", "USD", "1.00")]
    [InlineData("2550", "USD", "25.50")]
    [InlineData("-2550", "USD", "-25.50")]
    [InlineData("0", "JPY", "0")]
    [InlineData("150", "JPY", "150")]
    [InlineData("-150", "JPY", "-150")]
    [InlineData("1", "BTC", "0.00000001")]
    [InlineData("1", "ETH", "0.000000000000000001")]
    [InlineData("1000000000000000000", "ETH", "1.000000000000000000")]
    public void ToString_HasExactlyTheScalesDigits(string minor, string code, string expected)
    {
        var number = Int128.Parse(minor, CultureInfo.InvariantCulture);
        var currency = CurrencyRegistry.Default[code];

        Assert.Equal(expected, new Amount(number, currency).ToString());
        Assert.Equal(expected, Amount.Format(number, currency));
    }

    [Fact]
    public void Format_WhenInt128Limits_HasEveryDigit()
    {
        var dollar = CurrencyRegistry.Default["USD"];
        var yen = CurrencyRegistry.Default["JPY"];
        var ether = CurrencyRegistry.Default["ETH"];

        Assert.Equal("1701411834604692317316873037158841057.27",
            Amount.Format(Int128.MaxValue, dollar));
        Assert.Equal("-1701411834604692317316873037158841057.28",
            Amount.Format(Int128.MinValue, dollar));
        Assert.Equal("-170141183460469231731687303715884105728",
            Amount.Format(Int128.MinValue, yen));
        Assert.Equal("-170141183460469231731.687303715884105728",
            Amount.Format(Int128.MinValue, ether));
    }

    [Theory]
    [MemberData(nameof(CurrencyCases.All), MemberType = typeof(CurrencyCases))]
    public void Parse_WhenFormatted_RoundTrips(Currency currency)
    {
        var sums = Enumerable.Range(0, 36).Select(i => Pow10(i))
            .SelectMany(p => new[] { p - 1, p, p + 1, (p * 7) + 3 })
            .Where(m => m <= Amount.MinorMax).Append(Amount.MinorMax);

        foreach (var minor in sums.SelectMany(m => new[] { m, -m }))
        {
            var amount = new Amount(minor, currency);

            Assert.Equal(amount, Amount.Parse(amount.ToString(), currency));
        }
    }

    [Fact]
    public void Parse_WhenRandomAmountFormatted_RoundTrips()
    {
        var random = new Random(20260102);
        var currencies = CurrencyRegistry.Default.All.ToArray();
        for (var i = 0; i < 5000; i++)
        {
            var bits = new Int128((ulong)random.NextInt64(), (ulong)random.NextInt64());
            var minor = (bits >> random.Next(127)) % (Amount.MinorMax + 1);
            var amount = new Amount(minor, currencies[random.Next(currencies.Length)]);

            Assert.Equal(amount, Amount.Parse(amount.ToString(), amount.Currency));
        }
    }

    private static Int128 Pow10(int exponent) =>
        Int128.Parse("1" + new string('0', exponent), CultureInfo.InvariantCulture);
}
