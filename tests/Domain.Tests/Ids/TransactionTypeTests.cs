using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Tests.Ids;

public class TransactionTypeTests
{
    public static TheoryData<string?> Invalid() =>
        [null, "", " ", "Topup", "top-up", "top up", "top:up", "\u00E9", new string('a', 65)];

    [Theory]
    [InlineData("topup")]
    [InlineData("p2p_fee")]
    [InlineData("_")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void TransactionType_WhenValid_KeepsTheText(string text)
    {
        Assert.Equal(text, new TransactionType(text).Value);
        Assert.True(TransactionType.TryParse(text, out var type));
        Assert.Equal(new TransactionType(text), type);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void TransactionType_WhenInvalid_IsRefused(string? text)
    {
        Assert.Throws<ArgumentException>(() => new TransactionType(text!));
        Assert.False(TransactionType.TryParse(text, out var type));
        Assert.Equal(default, type);
    }

    [Fact]
    public void Value_WhenDefault_Throws() =>
        Assert.Throws<InvalidOperationException>(() => default(TransactionType).Value);
}
