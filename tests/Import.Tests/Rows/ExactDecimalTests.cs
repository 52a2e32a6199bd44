using OrleansWallet.Import.Rows;

namespace OrleansWallet.Import.Tests.Rows;

public sealed class ExactDecimalTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("+1.50", "1.5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("007.10", "7.1")]
    [InlineData("0.30000000000000004", "0.30000000000000004")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("2.5E+3", "2500")]
    [InlineData("0E-6176", "0")]
    [InlineData("-12345678901234567890123456789.123", "-12345678901234567890123456789.123")]
    public void TryParse_WhenItIsADecimal_KeepsEveryDigit(string text, string expected)
    {
        Assert.True(ExactDecimal.TryParse(text, out var value));
        Assert.Equal(expected, value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("0x10")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("1e1.5")]
    [InlineData("1e999999999")]
    [InlineData("1e-2147483648")]
    [InlineData("NaN")]
    [InlineData("٣")]
    public void TryParse_WhenItIsNoDecimal_IsFalse(string text) =>
        Assert.False(ExactDecimal.TryParse(text, out _));

    [Fact]
    public void Sums_WhenScalesDiffer_AreExact()
    {
        var sum = Parse("0.1") + Parse("0.2") - Parse("0.30000000000000000000001");

        Assert.Equal("-0.00000000000000000000001", sum.ToString());
        Assert.Equal(Parse("0.30"), Parse("0.1") + Parse("0.2"));
        Assert.True(Parse("-2") < Parse("-1.99"));
    }

    private static ExactDecimal Parse(string text) =>
        ExactDecimal.TryParse(text, out var value) ? value : throw new FormatException(text);
}
