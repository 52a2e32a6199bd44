using OrleansWallet.Domain.Money;
using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.Tests.Json;

public sealed class ExactDecimalTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("15", "15")]
    [InlineData("200", "200")]
    [InlineData("25.50", "25.5")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("2E-06", "0.000002")]
    [InlineData("1e+21", "1000000000000000000000")]
    [InlineData("12.171365564140688", "12.171365564140688")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("0.10000000000000000555", "0.10000000000000000555")]
    [InlineData("79228162514264337593543950336.123456789", "79228162514264337593543950336.123456789")]
    public void Number_WhenParsed_KeepsEveryDigit(string text, string written)
    {
        Assert.True(ExactDecimal.TryParse(text, out var number));
        Assert.Equal(written, number.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+5")]
    [InlineData("1e")]
    [InlineData("1e65")]
    [InlineData("1e999999999999")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("١")]
    public void Number_WhenNotOne_IsNotParsed(string text) =>
        Assert.False(ExactDecimal.TryParse(text, out _));

    [Fact]
    public void Number_WhenEndlesslyLong_IsNotParsed() =>
        Assert.False(ExactDecimal.TryParse(new string('9', 129), out _));

    [Fact]
    public void Numbers_WhenOfOneValue_AreEqual()
    {
        Assert.True(ExactDecimal.TryParse("0.00000010", out var left));
        Assert.True(ExactDecimal.TryParse("1e-7", out var right));
        Assert.Equal(left, right);
    }

    [Theory]
    [InlineData("1e-8", "0.00000001")]
    [InlineData("21000000", "21000000.00000000")]
    public void Amount_WhenWithinTheScale_IsExact(string text, string amount)
    {
        Assert.True(ExactDecimal.TryParse(text, out var number));
        Assert.Equal(
            AmountError.None, number.TryExact(CurrencyRegistry.Default["BTC"], out var exact));
        Assert.Equal(amount, exact.ToString());
    }

    [Fact]
    public void Amount_WhenFinerThanTheCurrency_IsCutAndNeverRoundedUp()
    {
        Assert.True(ExactDecimal.TryParse("12.171365999999999", out var number));
        var usdt = CurrencyRegistry.Default["USDT"];

        Assert.Equal(AmountError.TooManyDigits, number.TryExact(usdt, out _));
        Assert.Equal(AmountError.None, number.TryFloor(usdt, out var cut));
        Assert.Equal("12.171365", cut.ToString());
        Assert.True(number.Decimals > usdt.Scale);
    }

    [Fact]
    public void Amount_WhenBeyondTheLargest_IsRefused()
    {
        Assert.True(ExactDecimal.TryParse("1e30", out var number));
        Assert.Equal(
            AmountError.TooLarge, number.TryFloor(CurrencyRegistry.Default["ETH"], out var amount));
        Assert.Equal(0, amount.Minor);
    }

    [Theory]
    [InlineData("0.000000000000000001", "ETH")]
    [InlineData("123456789.123456789012345678", "ETH")]
    [InlineData("5000", "JPY")]
    public void Amount_WhenWrittenAndRead_IsTheSame(string text, string code)
    {
        var amount = Money.Of(text, code);
        Assert.True(ExactDecimal.TryParse(ExactDecimal.From(amount).ToString(), out var read));
        Assert.Equal(AmountError.None, read.TryExact(amount.Currency, out var again));
        Assert.Equal(amount, again);
    }
}
