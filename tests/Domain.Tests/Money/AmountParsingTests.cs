using System.Globalization;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Tests.Money;

public class AmountParsingTests
{
    [Theory]
    [InlineData("0", "USD", "0")]
    [InlineData("-0", "USD", "0")]
    [InlineData("25", "USD", "2500")]
    [InlineData("25.5", "USD", "2550")]
    [InlineData("25.50", "USD", "2550")]
    [InlineData("0.01", "USD", "1")]
    [InlineData("-25.50", "USD", "-2550")]
    [InlineData("007", "USD", "700")]
    [InlineData("150", "JPY", "150")]
    [InlineData("0.00000001", "BTC", "1")]
    [InlineData("21000000", "BTC", "2100000000000000")]
    [InlineData("0.000000000000000001", "ETH", "1")]
    [InlineData("123456789012345678.123456789012345678", "ETH",
        "123456789012345678123456789012345678")]
    public void TryParse_WhenDecimal_IsExact(string text, string code, string minor) =>
        AssertParses(text, code, minor);

    [Theory]
    [InlineData("1e2", "USD", "10000")]
    [InlineData("1E2", "USD", "10000")]
    [InlineData("1e+2", "USD", "10000")]
    [InlineData("1e0", "USD", "100")]
    [InlineData("1e-2", "USD", "1")]
    [InlineData("1.5e-1", "USD", "15")]
    [InlineData("100e-2", "USD", "100")]
    [InlineData("1e-7", "BTC", "10")]
    [InlineData("-2.5e3", "USD", "-250000")]
    [InlineData("1e0000000000000000002", "USD", "10000")]
    [InlineData("0e400", "USD", "0")]
    [InlineData("0e999999999999", "USD", "0")]
    public void TryParse_WhenExponent_IsExact(string text, string code, string minor) =>
        AssertParses(text, code, minor);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1 000")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("-.5")]
    [InlineData("+1")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e-")]
    [InlineData("1e1.5")]
    [InlineData("1e1e1")]
    [InlineData("e5")]
    [InlineData("1.e5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("0x10")]
    [InlineData("$1")]
    [InlineData("1\0")]
    [InlineData("1\n")]
    [InlineData("(1)")]
    [InlineData("\u0661")]
    [InlineData("\uFF11")]
    [InlineData("\u22121")]
    public void TryParse_WhenNotANumber_IsRefused(string text) =>
        AssertRefused(text, "USD", AmountError.NotANumber);

    [Theory]
    [InlineData("0.001", "USD")]
    [InlineData("25.500", "USD")]
    [InlineData("-25.501", "USD")]
    [InlineData("1e-3", "USD")]
    [InlineData("1.5e-2", "USD")]
    [InlineData("1e-400", "USD")]
    [InlineData("0e-400", "USD")]
    [InlineData("1.0", "JPY")]
    [InlineData("0.000000001", "BTC")]
    [InlineData("0.0000000000000000001", "ETH")]
    public void TryParse_WhenMoreDigitsThanTheScale_IsRefusedAndNotRounded(
        string text, string code) => AssertRefused(text, code, AmountError.TooManyDigits);

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e999999999999999999999")]
    [InlineData("170141183460469231731687303715884105727")]
    [InlineData("170141183460469231731687303715884105728")]
    [InlineData("-170141183460469231731687303715884105728")]
    [InlineData("340282366920938463463374607431768211457")]
    [InlineData("99999999999999999999999999999999999999999999999999999999999999999999999999")]
    public void TryParse_WhenBeyondInt128OrTheLimit_IsTooLarge(string text)
    {
        AssertRefused(text, "USD", AmountError.TooLarge);
        AssertRefused(text, "JPY", AmountError.TooLarge);
        AssertRefused(text, "ETH", AmountError.TooLarge);
    }

    [Theory]
    [MemberData(nameof(CurrencyCases.All), MemberType = typeof(CurrencyCases))]
    public void TryParse_WhenAtTheLimit_IsTaken_AndOneMinorUnitBeyondIsNot(Currency currency)
    {
        foreach (var sign in new[] { "", "-" })
        {
            var limit = sign + Amount.Format(Amount.MinorMax, currency);
            var beyond = sign + Amount.Format(Amount.MinorMax + 1, currency);

            Assert.Equal(AmountError.None, Amount.TryParse(limit, currency, out var amount));
            Assert.Equal(Amount.MinorMax, Int128.Abs(amount.Minor));
            Assert.Equal(AmountError.TooLarge, Amount.TryParse(beyond, currency, out _));
        }
    }

    [Fact]
    public void TryParse_WhenLongText_NeedsNoTimeAndNoStack()
    {
        var zeros = new string('0', 100_000);

        AssertParses(zeros + "1", "USD", "100");
        AssertRefused("0." + zeros, "USD", AmountError.TooManyDigits);
        AssertRefused("1" + zeros, "USD", AmountError.TooLarge);
    }

    [Fact]
    public void Parse_WhenNotAnAmount_NamesTheTextAndTheReason()
    {
        var error = Assert.Throws<FormatException>(
            () => Amount.Parse("1.234", CurrencyRegistry.Default["USD"]));

        Assert.Equal("'1.234' is not an amount of USD: TooManyDigits", error.Message);
    }

    private static void AssertParses(string text, string code, string minor)
    {
        var currency = CurrencyRegistry.Default[code];
        Assert.Equal(AmountError.None, Amount.TryParse(text, currency, out var amount));
        Assert.Equal(Int128.Parse(minor, CultureInfo.InvariantCulture), amount.Minor);
        Assert.Equal(amount, Amount.Parse(text, currency));
    }

    private static void AssertRefused(string text, string code, AmountError error)
    {
        var currency = CurrencyRegistry.Default[code];
        Assert.Equal(error, Amount.TryParse(text, currency, out var amount));
        Assert.Equal(Amount.Zero(currency), amount);
        Assert.Throws<FormatException>(() => Amount.Parse(text, currency));
    }
}
