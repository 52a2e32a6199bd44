using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

/// <summary>A history that does not add up is never applied in silence.</summary>
public class ReplayTests
{
    private static readonly WalletScenario _held = StateCommandTable.State("held");

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(23)]
    [InlineData(-1)]
    [InlineData(255)]
    public void Apply_WhenTheKindIsUnknown_Throws(int kind)
    {
        AssertBroken(Next(Make.Credit(Make.Usd(10))) with { Kind = (EntryKind)kind });
        Assert.Throws<InvalidOperationException>(() => EntryEffect.Of((EntryKind)kind));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(2)]
    public void Apply_WhenNotTheNextEntry_Throws(int ahead) =>
        AssertBroken(
            Next(Make.Credit(Make.Usd(10))) with { Seq = _held.State.Seq + ahead });

    [Fact]
    public void Apply_WhenBalancesDontFollow_Throws()
    {
        var next = Next(Make.Credit(Make.Usd(10)));

        AssertBroken(next with { Available = next.Available + 1 });
        AssertBroken(next with { Locked = next.Locked + 1 });
        AssertBroken(next with { Amount = Make.Usd(11) });
        AssertBroken(next with { Amount = Make.Btc(10) });
        AssertBroken(next with { Account = AccountKind.Savings });
    }

    [Fact]
    public void Apply_WhenABalanceWouldBeNegative_Throws() =>
        AssertBroken(Next(Make.Debit(Make.Usd(60))) with { Amount = Make.Usd(61), Available = -1 });

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    public void Apply_WhenTheAmountIsNotPositive_Throws(int minor) =>
        AssertBroken(
            Next(Make.Credit(Make.Usd(10))) with
            {
                Amount = Make.Usd(minor),
                Available = 60 + minor,
            });

    [Fact]
    public void Apply_WhenTheAmountIsMissing_Throws()
    {
        AssertBroken(Next(Make.Credit(Make.Usd(10))) with { Amount = null });
        AssertBroken(Next(Make.Unlock()) with { Amount = null });
    }

    [Fact]
    public void Apply_WhenAChangeOfStatusHasAnAmount_Throws() =>
        AssertBroken(
            Next(Make.Freeze()) with { Amount = Make.Usd(10), Available = 60, Locked = 40 });

    [Fact]
    public void Apply_WhenTheHoldIsMissing_Throws()
    {
        WalletCommand[] commands =
        [
            Make.Lock(Make.Usd(10), "hold-2"), Make.Unlock(), Make.Release(),
            Make.SendFromHold([Make.To(Make.Bob, Make.Usd(10))]),
            Make.Return(Make.Usd(10), Make.HoldName),
        ];

        Assert.All(commands, command => AssertBroken(Next(command) with { Hold = null }));
    }

    [Fact]
    public void Apply_WhenAHoldHasNoBusinessThere_Throws()
    {
        AssertBroken(Next(Make.Credit(Make.Usd(10))) with { Hold = new(Make.HoldName) });
        AssertBroken(Next(Make.Freeze()) with { Hold = new(Make.HoldName) });
    }

    [Fact]
    public void Apply_WhenTheHoldDoesNotAllowIt_Throws()
    {
        AssertBroken(Next(Make.Lock(Make.Usd(10), "hold-2")) with { Hold = new(Make.HoldName) });
        AssertBroken(Next(Make.Unlock(Make.Usd(10))) with { Hold = new("none") });
        var more = Next(Make.Unlock(Make.Usd(10)));
        var given = StateCommandTable.State("held").And(Make.Lock(Make.Usd(5), "hold-2"));
        Assert.Throws<InvalidOperationException>(() => given.State.Apply(more with
        {
            Seq = given.State.Seq + 1,
            Hold = new("hold-2"),
            Available = 65,
            Locked = 35,
        }));
    }

    [Fact]
    public void Apply_WhenTheHoldIsOtherMoney_Throws()
    {
        var given = StateCommandTable.State("held").And(
            Make.Credit(Make.Btc(90)), Make.Lock(Make.Btc(90), "hold-2"));
        var unlock = given.When(Make.Unlock(Make.Btc(10), "hold-2")).Entry;
        var back = given.When(Make.Return(Make.Btc(10), "hold-2")).Entry;

        Assert.All([unlock, back], entry => Assert.Throws<InvalidOperationException>(
            () => given.State.Apply(entry with { Hold = new(Make.HoldName) })));
    }

    [Fact]
    public void Apply_WhenBroken_NamesTheWalletAndTheEntry()
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => _held.State.Apply(Next(Make.Credit(Make.Usd(10))) with { Locked = 0 }));

        Assert.Equal(
            "wallet alice: entry 3 (Credited): its balances don't follow from the ones before",
            error.Message);
    }

    [Fact]
    public void EntryEffect_KnowsEveryKind() =>
        Assert.All(Enum.GetValues<EntryKind>(), kind => EntryEffect.Of(kind));

    private static Entry Next(WalletCommand command) => _held.When(command).Entry;

    private static void AssertBroken(Entry entry) =>
        Assert.Throws<InvalidOperationException>(() => _held.State.Apply(entry));
}
