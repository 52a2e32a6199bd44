using OrleansWallet.Contracts.Wallets;

namespace OrleansWallet.Domain.Tests.Contracts;

public class TransactionIdTests
{
    [Theory]
    [InlineData("t12-345", 12, 345)]
    [InlineData("t1-1", 1, 1)]
    [InlineData("t9223372036854775807-9223372036854775807", long.MaxValue, long.MaxValue)]
    public void TryParse_WhenTextOfAnId_RoundTrips(string text, long no, long seq)
    {
        Assert.True(TransactionId.TryParse(text, out var id));
        Assert.Equal(new TransactionId(no, seq), id);
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t")]
    [InlineData("t-")]
    [InlineData("t1")]
    [InlineData("t1-")]
    [InlineData("t-1")]
    [InlineData("12-345")]
    [InlineData("T12-345")]
    [InlineData("x12-345")]
    [InlineData("t0-1")]
    [InlineData("t1-0")]
    [InlineData("t1--1")]
    [InlineData("t1-1-1")]
    [InlineData("t+1-1")]
    [InlineData("t 1-1")]
    [InlineData("t1-1 ")]
    [InlineData("t1.5-1")]
    [InlineData("t9223372036854775808-1")]
    public void TryParse_WhenSomethingElse_IsFalse(string? text)
    {
        Assert.False(TransactionId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }
}
