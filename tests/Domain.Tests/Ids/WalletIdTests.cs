using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Tests.Ids;

public class WalletIdTests
{
    [Theory]
    [MemberData(nameof(IdCases.Valid), MemberType = typeof(IdCases))]
    [InlineData("platform:fees")]
    [InlineData("bank:1")]
    [InlineData("world")]
    public void WalletId_WhenValid_KeepsTheText(string text)
    {
        Assert.Equal(text, new WalletId(text).Value);
        Assert.Equal(text, new WalletId(text).ToString());
        Assert.True(WalletId.TryParse(text, out var id));
        Assert.Equal(new WalletId(text), id);
    }

    [Theory]
    [MemberData(nameof(IdCases.Invalid), MemberType = typeof(IdCases))]
    [InlineData("world:")]
    [InlineData("world:cash")]
    public void WalletId_WhenInvalid_IsRefused(string? text)
    {
        Assert.Throws<ArgumentException>(() => new WalletId(text!));
        Assert.False(WalletId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void Value_WhenDefault_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => default(WalletId).Value);
        Assert.Throws<InvalidOperationException>(() => default(WalletId).ToString());
        Assert.Throws<InvalidOperationException>(() => default(WalletId).IsSystem);
    }

    [Theory]
    [InlineData("platform:fees", true)]
    [InlineData("platform:", true)]
    [InlineData("bank:cz", true)]
    [InlineData("world:cash", true)]
    [InlineData("platform", false)]
    [InlineData("bank", false)]
    [InlineData("alice", false)]
    [InlineData("alice:platform:", false)]
    public void IsReserved_IsTrueForTheGridsOwnPrefixes(string text, bool reserved) =>
        Assert.Equal(reserved, WalletId.IsReserved(text));

    [Fact]
    public void SystemWallets_AreReserved()
    {
        Assert.True(WalletId.PlatformFees.IsSystem);
        Assert.True(WalletId.PlatformLiquidity.IsSystem);
        Assert.False(new WalletId("alice").IsSystem);
    }

    [Fact]
    public void Equals_IsOrdinal() => Assert.NotEqual(new WalletId("alice"), new WalletId("Alice"));
}
