using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class ReturnTests
{
    private static readonly DateTimeOffset _expiry = WalletScenario.Start.AddMinutes(1);

    [Theory]
    [InlineData("new")]
    [InlineData("frozen")]
    [InlineData("closed")]
    [InlineData("full")]
    public void Return_WhenWhateverState_IsTaken(string state)
    {
        var given = StateCommandTable.State(state);
        var before = given.State.Balance(AccountKind.Spot, Make.Dollar);

        var then = given.When(Make.Return(Make.Usd(10)));

        then.ThenAccepted(EntryKind.Returned)
            .ThenBalance(Make.Usd(before.Available + 10), before.Locked);
        Assert.Equal(given.State.Status, then.State.Status);
    }

    [Fact]
    public void Return_WhenFromSavings_GoesBackToSavings() =>
        StateCommandTable.State("new")
            .When(Make.Return(Make.Usd(10), account: AccountKind.Savings))
            .ThenBalance(Make.Usd(10), locked: 0, AccountKind.Savings);

    [Fact]
    public void Return_WhenTheHoldIsOpen_GoesBackIntoIt()
    {
        var then = Sent(10).When(Make.Return(Make.Usd(10), Make.HoldName, _expiry));

        then.ThenAccepted(EntryKind.ReturnedToHold).ThenBalance(Make.Usd(60), locked: 40);
        var hold = then.ThenHold(Make.Usd(40));
        Assert.Equal((Make.Usd(40), _expiry), (hold.Amount, hold.ExpiresAt));
    }

    [Fact]
    public void Return_WhenTheHoldIsUsedUp_MakesItAgainWithItsTime()
    {
        var then = Sent(40).When(Make.Return(Make.Usd(40), Make.HoldName, _expiry));

        then.ThenAccepted(EntryKind.ReturnedToHold).ThenBalance(Make.Usd(60), locked: 40);
        var hold = then.ThenHold(Make.Usd(40));
        Assert.Equal((Make.Usd(40), _expiry), (hold.Amount, hold.ExpiresAt));
    }

    [Fact]
    public void Return_WhenSeveralCameFromAUsedUpHold_NeverLeavesMoreThanWasLocked()
    {
        var then = Sent(10, 30).And(Make.Return(Make.Usd(10), Make.HoldName, _expiry))
            .When(Make.Return(Make.Usd(30), Make.HoldName, _expiry));

        Assert.Equal(Make.Usd(40), then.ThenHold(Make.Usd(40)).Amount);
    }

    [Fact]
    public void Return_WhenTheHoldIsMadeAgainPastItsTime_ExpiresFromThere()
    {
        var given = Sent(40).Later(TimeSpan.FromMinutes(2))
            .And(Make.Return(Make.Usd(40), Make.HoldName, _expiry));

        given.When(Make.Release()).ThenRefused(RefusalCode.HoldExpired);
        given.When(Make.Expire()).ThenBalance(Make.Usd(100), locked: 0).ThenNoHold();
    }

    [Fact]
    public void Return_WhenTheHoldsNameIsOtherMoneyNow_GoesToAvailable()
    {
        var bitcoin = Sent(40).And(Make.Credit(Make.Btc(5)), Make.Lock(Make.Btc(5)));
        var savings = Sent(40).And(
            Make.Credit(Make.Usd(5), AccountKind.Savings),
            Make.Lock(Make.Usd(5), account: AccountKind.Savings));

        foreach (var given in new[] { bitcoin, savings })
        {
            var hold = given.State.Holds[Make.HoldName];

            var then = given.When(Make.Return(Make.Usd(40), Make.HoldName, _expiry));

            then.ThenAccepted(EntryKind.Returned).ThenBalance(Make.Usd(100), locked: 0);
            Assert.Equal(hold, then.State.Holds[Make.HoldName]);
            WalletInvariants.AssertHold(then.State, [.. given.History, .. then.Entries]);
        }
    }

    [Fact]
    public void Return_CutsTheHoldsTimeAsItIsHashed()
    {
        var uncut = _expiry.AddTicks(9).ToOffset(TimeSpan.FromHours(2));

        var then = Sent(40).When(Make.Return(Make.Usd(40), Make.HoldName, uncut));

        Assert.Equal(_expiry, then.Entry.ExpiresAt);
        Assert.Equal(TimeSpan.Zero, then.Entry.ExpiresAt!.Value.Offset);
        Assert.Equal(_expiry, then.ThenHold(Make.Usd(40)).ExpiresAt);
    }

    [Fact]
    public void Return_NamesItsSource()
    {
        var entry = Sent(10).When(Make.Return(Make.Usd(10), Make.HoldName)).Entry;

        Assert.Equal((Make.Source, "bob"), (entry.Link, entry.Counterparty!.Value.Value));
    }

    /// <summary>A hold of 40 of which these sums were sent.</summary>
    private static WalletScenario Sent(params int[] sums) =>
        StateCommandTable.State("held").And(
            Make.SendFromHold([.. sums.Select(s => Make.To(Make.Bob, Make.Usd(s)))]));
}
