using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Tests.Money;

public class AmountArithmeticTests
{
    private static readonly Currency _dollar = CurrencyRegistry.Default["USD"];
    private static readonly Currency _euro = CurrencyRegistry.Default["EUR"];

    [Fact]
    public void Limits_AreThePowersOfTenThatTheJournalStores()
    {
        Assert.Equal("1" + new string('0', 36), Amount.MinorMax.ToString());
        Assert.Equal(new string('9', 38), Amount.BalanceMax.ToString());
    }

    [Fact]
    public void PlusAndMinus_WhenSameCurrency_AreExact()
    {
        Assert.Equal(Dollars(350), Dollars(100) + Dollars(250));
        Assert.Equal(Dollars(-150), Dollars(100) - Dollars(250));
        Assert.Equal(_dollar, (Dollars(100) + Dollars(250)).Currency);
    }

    [Fact]
    public void Operators_WhenCurrenciesDiffer_Throw()
    {
        var euros = new Amount(100, _euro);

        Assert.Throws<InvalidOperationException>(() => Dollars(100) + euros);
        Assert.Throws<InvalidOperationException>(() => Dollars(100) - euros);
        Assert.Throws<InvalidOperationException>(() => Dollars(100) < euros);
        Assert.Throws<InvalidOperationException>(() => Dollars(100) >= euros);
        Assert.Throws<InvalidOperationException>(() => Dollars(100).CompareTo(euros));
        Assert.NotEqual(Dollars(100), euros);
    }

    [Fact]
    public void Operators_WhenOnlyTheScaleDiffers_Throw()
    {
        var mills = new Amount(100, new Currency("USD", 3, CurrencyKind.Fiat));

        Assert.Throws<InvalidOperationException>(() => Dollars(100) + mills);
        Assert.NotEqual(Dollars(100), mills);
    }

    [Fact]
    public void PlusAndMinus_WhenBeyondInt128_Throw()
    {
        Assert.Throws<OverflowException>(() => Dollars(Int128.MaxValue) + Dollars(1));
        Assert.Throws<OverflowException>(() => Dollars(Int128.MinValue) - Dollars(1));
        Assert.Throws<OverflowException>(() => Dollars(Int128.MinValue) + Dollars(-1));
        Assert.Equal(Dollars(Int128.MaxValue), Dollars(Int128.MaxValue - 1) + Dollars(1));
    }

    [Fact]
    public void Comparison_FollowsTheMinorUnits()
    {
        Assert.True(Dollars(1) < Dollars(2));
        Assert.True(Dollars(2) > Dollars(1));
        Assert.True(Dollars(2) <= Dollars(2));
        Assert.True(Dollars(2) >= Dollars(2));
        Assert.True(Dollars(-1) < Dollars(0));
        Assert.False(Dollars(2) < Dollars(2));
    }

    [Fact]
    public void IsPositive_IsTrueAboveZeroOnly()
    {
        Assert.True(Dollars(1).IsPositive);
        Assert.False(Amount.Zero(_dollar).IsPositive);
        Assert.False(Dollars(-1).IsPositive);
    }

    [Fact]
    public void Amount_WhenDefault_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => default(Amount).Currency);
        Assert.Throws<InvalidOperationException>(() => default(Amount).ToString());
        Assert.Throws<InvalidOperationException>(() => default(Amount) + Dollars(1));
        Assert.Throws<InvalidOperationException>(() => Dollars(1) + default(Amount));
        Assert.Throws<InvalidOperationException>(() => Dollars(1).CompareTo(default));
    }

    [Fact]
    public void Amount_WhenNoCurrency_Throws() =>
        Assert.Throws<ArgumentNullException>(() => new Amount(1, null!));

    private static Amount Dollars(Int128 minor) => new(minor, _dollar);
}
