using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Domain.Tests.Ids;

public class CounterpartyTests
{
    [Theory]
    [MemberData(nameof(IdCases.Valid), MemberType = typeof(IdCases))]
    [InlineData("world:cash")]
    public void Counterparty_WhenValid_KeepsTheText(string text)
    {
        Assert.Equal(text, new Counterparty(text).Value);
        Assert.Equal(text, new Counterparty(text).ToString());
    }

    [Theory]
    [MemberData(nameof(IdCases.Invalid), MemberType = typeof(IdCases))]
    public void Counterparty_WhenInvalid_IsRefused(string? text)
    {
        Assert.Throws<ArgumentException>(() => new Counterparty(text!));
        Assert.False(Counterparty.TryParseWorld(text, out _));
    }

    [Theory]
    [InlineData("world:cash", true)]
    [InlineData("world:w", true)]
    [InlineData("world:", false)]
    [InlineData("World:cash", false)]
    [InlineData("alice", false)]
    [InlineData("platform:fees", false)]
    public void TryParseWorld_TakesWhatIsOutsideTheGridOnly(string text, bool taken)
    {
        Assert.Equal(taken, Counterparty.TryParseWorld(text, out var counterparty));
        Assert.Equal(taken ? new Counterparty(text) : default, counterparty);
    }

    [Fact]
    public void IsWorld_TellsTheWorldFromWallets()
    {
        Assert.True(Counterparty.WorldUnknown.IsWorld);
        Assert.False(Counterparty.Of(WalletId.PlatformFees).IsWorld);
        Assert.Equal("platform:fees", Counterparty.Of(WalletId.PlatformFees).Value);
    }

    [Fact]
    public void Value_WhenDefault_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => default(Counterparty).Value);
        Assert.Throws<InvalidOperationException>(() => default(Counterparty).IsWorld);
    }
}
