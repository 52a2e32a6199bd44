using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Tests.Money;

public class CurrencyTests
{
    [Theory]
    [InlineData("BT")]
    [InlineData("USD")]
    [InlineData("1INCH")]
    [InlineData("ABCDEFGHIJKL")]
    public void Currency_WhenCodeIsValid_KeepsIt(string code)
    {
        Assert.True(Currency.IsCode(code));
        Assert.Equal(code, new Currency(code, 2, CurrencyKind.Crypto).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("ABCDEFGHIJKLM")]
    [InlineData("usd")]
    [InlineData("US D")]
    [InlineData("USD|")]
    [InlineData("\u00C4BC")]
    public void Currency_WhenCodeIsInvalid_Throws(string? code)
    {
        Assert.False(Currency.IsCode(code));
        Assert.Throws<ArgumentException>(() => new Currency(code!, 2, CurrencyKind.Fiat));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(19)]
    public void Currency_WhenScaleIsOutOfRange_Throws(int scale) =>
        Assert.Throws<ArgumentException>(() => new Currency("USD", scale, CurrencyKind.Fiat));

    [Theory]
    [InlineData(0)]
    [InlineData(Currency.ScaleMax)]
    public void Currency_WhenScaleIsAtItsLimit_IsTaken(int scale) =>
        Assert.Equal(scale, new Currency("USD", scale, CurrencyKind.Fiat).Scale);

    [Fact]
    public void Equals_WhenCodeAndScaleAreTheSame_IsTrueWhateverTheKind()
    {
        var one = new Currency("ABC", 2, CurrencyKind.Fiat);
        var same = new Currency("ABC", 2, CurrencyKind.Crypto);

        Assert.True(one.Equals(same));
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void Equals_WhenCodeOrScaleDiffers_IsFalse()
    {
        var one = new Currency("ABC", 2, CurrencyKind.Fiat);

        Assert.False(one.Equals(new Currency("ABC", 3, CurrencyKind.Fiat)));
        Assert.False(one.Equals(new Currency("ABD", 2, CurrencyKind.Fiat)));
        Assert.False(one.Equals(null));
        Assert.False(one.Equals((object)"ABC"));
    }
}
