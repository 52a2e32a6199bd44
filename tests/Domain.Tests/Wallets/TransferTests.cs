using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class TransferTests
{
    [Fact]
    public void Transfer_MakesAnEntryAPosting()
    {
        var then = Funded().When(Make.Send(
            Make.To(Make.Bob, Make.Usd(10)), Make.To(Make.Carol, Make.Usd(20)),
            Make.To(Make.Bob, Make.Usd(30))));

        then.ThenAccepted(EntryKind.Sent, EntryKind.Sent, EntryKind.Sent)
            .ThenBalance(Make.Usd(40), locked: 0);
        Assert.Equal(
            [(2L, 0, "bob", 90), (3L, 1, "carol", 70), (4L, 2, "bob", 40)],
            then.Entries.Select(e => (e.Seq, e.Leg, e.Counterparty!.Value.Value, e.Available)));
        Assert.All(then.Entries, e => Assert.Equal(2, e.FirstSeq));
    }

    [Fact]
    public void Transfer_WhenAllOfIt_LeavesZero() =>
        Funded().When(Make.Send(Make.To(Make.Bob, Make.Usd(100))))
            .ThenBalance(Make.Usd(0), locked: 0);

    [Fact]
    public void Transfer_WhenTheSumIsMoreThanAvailable_TakesNothing()
    {
        var refusal = Funded()
            .When(Make.Send(Make.To(Make.Bob, Make.Usd(60)), Make.To(Make.Carol, Make.Usd(60))))
            .ThenRefused(RefusalCode.InsufficientBalance);

        Assert.Equal((Make.Usd(120), Make.Usd(100)), (refusal.Required, refusal.Available));
    }

    [Fact]
    public void Transfer_WhenFromAHold_KeepsTheHoldsTimeForTheWayBack()
    {
        var expiry = WalletScenario.Start.AddMinutes(1);
        var then = StateCommandTable.State("held").When(
            Make.SendFromHold([Make.To(Make.Bob, Make.Usd(40))]));

        then.ThenAccepted(EntryKind.SentFromHold).ThenBalance(Make.Usd(60), locked: 0).ThenNoHold();
        Assert.Equal(
            (new ReferenceId(Make.HoldName), expiry), (then.Entry.Hold, then.Entry.ExpiresAt));
    }

    [Fact]
    public void Transfer_WhenFromSavings_LeavesSpotAlone() =>
        WalletScenario.Given(
                Make.Credit(Make.Usd(100)), Make.Credit(Make.Usd(50), AccountKind.Savings))
            .When(Make.Send(Make.To(Make.Bob, Make.Usd(50))) with { Account = AccountKind.Savings })
            .ThenBalance(Make.Usd(0), locked: 0, AccountKind.Savings)
            .ThenBalance(Make.Usd(100), locked: 0);

    [Fact]
    public void Transfer_WhenNoPostings_IsRefused() =>
        Funded().When(Make.Send()).ThenRefused(RefusalCode.InvalidAmount);

    [Fact]
    public void Transfer_WhenAsManyPostingsAsMayBe_IsTaken_AndOneMoreIsNot()
    {
        var given = WalletScenario.Given(Make.Credit(Make.Usd(1000)));

        var then = given.When(Make.Send(Cents(WalletDecider.PostingsMax)));

        then.ThenBalance(Make.Usd(1000 - WalletDecider.PostingsMax), locked: 0);
        Assert.Equal(WalletDecider.PostingsMax - 1, then.Entries[^1].Leg);
        given.When(Make.Send(Cents(WalletDecider.PostingsMax + 1)))
            .ThenRefused(RefusalCode.InvalidAmount);
    }

    [Fact]
    public void Transfer_WhenCurrenciesAreMixed_IsRefused() =>
        Funded().And(Make.Credit(Make.Btc(100)))
            .When(Make.Send(Make.To(Make.Bob, Make.Usd(1)), Make.To(Make.Bob, Make.Btc(1))))
            .ThenRefused(RefusalCode.InvalidAmount);

    // 171 times the limit is beyond Int128, and 341 times comes round to a small positive sum.
    [Theory]
    [InlineData(2)]
    [InlineData(171)]
    [InlineData(341)]
    [InlineData(500)]
    public void Transfer_WhenTheSumIsBeyondTheLimit_IsRefused(int postings)
    {
        var huge = Enumerable.Repeat(Make.To(Make.Bob, Make.Usd(Amount.MinorMax)), postings);

        StateCommandTable.State("full").When(Make.Send([.. huge]))
            .ThenRefused(RefusalCode.InvalidAmount);
    }

    [Fact]
    public void Accept_TakesIntoSpotAndNamesItsSource()
    {
        var then = StateCommandTable.State("new").When(Make.Accept(Make.Usd(10)));

        then.ThenAccepted(EntryKind.Accepted).ThenBalance(Make.Usd(10), locked: 0);
        Assert.Equal(Make.Source, then.Entry.Link);
        Assert.Equal(Counterparty.Of(Make.Bob), then.Entry.Counterparty);
    }

    private static Posting[] Cents(int count) =>
        [.. Enumerable.Repeat(Make.To(Make.Bob, Make.Usd(1)), count)];

    private static WalletScenario Funded() => StateCommandTable.State("funded");
}
