using OrleansWallet.Domain.Money;
using OrleansWallet.Import.Rows;

namespace OrleansWallet.Import.Tests.Rows;

public sealed class RoundedAmountTests
{
    [Theory]
    [InlineData("USD", "12.34", "1234", "0", null)]
    [InlineData("USD", "5", "500", "0", null)]
    [InlineData("USD", "1.10000000", "110", "0", null)]
    // Noise of floats goes to the nearest unit, from both sides and around zero.
    [InlineData("USD", "0.30000000000000004", "30", "0.00000000000000004", RoundingCause.Noise)]
    [InlineData("USD", "0.29999999999999999", "30", "-0.00000000000000001", RoundingCause.Noise)]
    [InlineData("USD", "-2.7755575615628914e-17", "0", "-0.000000000000000027755575615628914",
        RoundingCause.Noise)]
    [InlineData("BTC", "1.1000000000000001", "110000000", "0.0000000000000001",
        RoundingCause.Noise)]
    // So large that the double itself has no digits left for the minor unit.
    [InlineData("BTC", "21000000.123456788", "2100000012345679", "-0.000000002",
        RoundingCause.Noise)]
    // Real digits are cut off, never rounded up, however near the next unit is.
    [InlineData("USD", "12.3456", "1234", "0.0056", RoundingCause.Dust)]
    [InlineData("USD", "12.349", "1234", "0.009", RoundingCause.Dust)]
    [InlineData("USD", "0.005", "0", "0.005", RoundingCause.Dust)]
    [InlineData("USD", "1000000000.005", "100000000000", "0.005", RoundingCause.Dust)]
    [InlineData("BTC", "0.123456789", "12345678", "0.000000009", RoundingCause.Dust)]
    [InlineData("JPY", "10.5", "10", "0.5", RoundingCause.Dust)]
    [InlineData("USD", "-0.004", "0", "-0.004", RoundingCause.Dust)]
    // A scale of 18 has room for all that a double writes.
    [InlineData("ETH", "0.30000000000000004", "300000000000000040", "0", null)]
    public void Of_WhenDigitsLieBeyondTheScale_TellsNoiseFromDust(
        string currency, string text, string minor, string residue, RoundingCause? cause)
    {
        Assert.True(ExactDecimal.TryParse(text, out var value));

        var rounded = RoundedAmount.Of(value, CurrencyRegistry.Default[currency]);

        Assert.Equal(minor, rounded.Minor.ToString());
        Assert.Equal(residue, rounded.Residue.ToString());
        Assert.Equal(cause, rounded.Cause);
    }
}
