using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class HoldTests
{
    [Fact]
    public void Lock_MakesAHoldNamedByTheReference()
    {
        var expiry = WalletScenario.Start.AddHours(1);

        var then = Funded().When(Make.Lock(Make.Usd(40), expiresAt: expiry));

        then.ThenAccepted(EntryKind.Locked).ThenBalance(Make.Usd(60), locked: 40);
        var hold = then.ThenHold(Make.Usd(40));
        Assert.Equal(
            new Hold(
                new(Make.HoldName), AccountKind.Spot, Make.Usd(40), 40, new("test"),
                then.Entry.At, expiry),
            hold);
        // The credit before it was at the start: a hold is later than any entry before it.
        Assert.Equal(WalletScenario.Start.AddMicroseconds(1), hold.CreatedAt);
        Assert.Equal((hold.Name, hold.ExpiresAt), (then.Entry.Hold, then.Entry.ExpiresAt));
    }

    [Fact]
    public void Lock_WhenMoreThanAvailable_TellsBothSums()
    {
        var refusal = Held().When(Make.Lock(Make.Usd(61), "hold-2"))
            .ThenRefused(RefusalCode.InsufficientBalance);

        Assert.Equal((Make.Usd(61), Make.Usd(60)), (refusal.Required, refusal.Available));
    }

    [Fact]
    public void Lock_WhenTheNameIsFreeAgain_IsTaken() =>
        Held().And(Make.Unlock()).When(Make.Lock(Make.Usd(70))).ThenHold(Make.Usd(70));

    [Fact]
    public void Lock_WhenTheNameIsOpenInAnotherCurrency_IsRefused() =>
        Held().And(Make.Credit(Make.Btc(10))).When(Make.Lock(Make.Btc(10)))
            .ThenRefused(RefusalCode.HoldExists);

    [Fact]
    public void Names_AreOrdinal() =>
        Held().When(Make.Unlock(hold: "HOLD-1")).ThenRefused(RefusalCode.HoldNotFound);

    [Fact]
    public void Unlock_WhenNoAmount_FreesWhatRemains() =>
        Held().And(Make.Release(Make.Usd(15))).When(Make.Unlock(derivedKey: true))
            .ThenAccepted(EntryKind.Unlocked).ThenBalance(Make.Usd(85), locked: 0).ThenNoHold();

    [Fact]
    public void Release_WhenNoAmount_CapturesWhatRemains() =>
        Held().And(Make.Unlock(Make.Usd(15))).When(Make.Release(derivedKey: true))
            .ThenAccepted(EntryKind.Released).ThenBalance(Make.Usd(75), locked: 0).ThenNoHold();

    [Fact]
    public void Part_WhenKeyIsExplicit_LeavesTheRest()
    {
        Held().When(Make.Unlock(Make.Usd(15)))
            .ThenBalance(Make.Usd(75), locked: 25).ThenHold(Make.Usd(25));
        Held().When(Make.Release(Make.Usd(15)))
            .ThenBalance(Make.Usd(60), locked: 25).ThenHold(Make.Usd(25));
        Held().When(Make.SendFromHold([Make.To(Make.Bob, Make.Usd(15))]))
            .ThenBalance(Make.Usd(60), locked: 25).ThenHold(Make.Usd(25));
    }

    [Fact]
    public void Part_WhenKeyIsDerived_IsRefused()
    {
        Held().When(Make.Unlock(Make.Usd(39), derivedKey: true))
            .ThenRefused(RefusalCode.ExplicitKeyRequired);
        Held().When(Make.Release(Make.Usd(39), derivedKey: true))
            .ThenRefused(RefusalCode.ExplicitKeyRequired);
        Held().When(Make.SendFromHold([Make.To(Make.Bob, Make.Usd(39))], derivedKey: true))
            .ThenRefused(RefusalCode.ExplicitKeyRequired);
    }

    [Fact]
    public void WholeHoldByItsAmount_WhenKeyIsDerived_IsTaken()
    {
        Held().When(Make.Unlock(Make.Usd(40), derivedKey: true)).ThenNoHold();
        Held().When(Make.Release(Make.Usd(40), derivedKey: true)).ThenNoHold();
        Held().When(Make.SendFromHold([Make.To(Make.Bob, Make.Usd(40))], derivedKey: true))
            .ThenNoHold();
    }

    [Fact]
    public void Part_WhenMoreThanRemains_TellsBothSums()
    {
        WalletCommand[] commands =
        [
            Make.Unlock(Make.Usd(41)), Make.Release(Make.Usd(41)),
            Make.SendFromHold(
                [Make.To(Make.Bob, Make.Usd(40)), Make.To(Make.Carol, Make.Usd(1))]),
        ];

        Assert.All(commands, command =>
        {
            var refusal = Held().When(command).ThenRefused(RefusalCode.HoldInsufficient);
            Assert.Equal((Make.Usd(41), Make.Usd(40)), (refusal.Required, refusal.Available));
        });
    }

    [Fact]
    public void Hold_WhenAskedForInAnotherCurrency_IsNotFound()
    {
        Held().When(Make.Unlock() with { Currency = Make.Bitcoin })
            .ThenRefused(RefusalCode.HoldNotFound);
        Held().When(Make.Release() with { Currency = Make.Bitcoin })
            .ThenRefused(RefusalCode.HoldNotFound);
        Held().When(Make.SendFromHold([Make.To(Make.Bob, Make.Btc(10))]))
            .ThenRefused(RefusalCode.HoldNotFound);
    }

    [Fact]
    public void Part_WhenItsCurrencyIsNotTheHolds_IsAnInvalidAmount()
    {
        // Another hold in bitcoin, so that the locked balances alone would let it pass.
        var given = Held().And(Make.Credit(Make.Btc(90)), Make.Lock(Make.Btc(90), "hold-2"));

        given.When(Make.Unlock() with { Amount = Make.Btc(10) })
            .ThenRefused(RefusalCode.InvalidAmount);
        given.When(Make.Release() with { Amount = Make.Btc(10) })
            .ThenRefused(RefusalCode.InvalidAmount);
    }

    [Fact]
    public void Hold_WhenOfSavings_MovesSavingsOnly()
    {
        var given = WalletScenario.Given(
            Make.Credit(Make.Usd(100)), Make.Credit(Make.Usd(50), AccountKind.Savings),
            Make.Lock(Make.Usd(50), account: AccountKind.Savings));

        given.When(Make.Unlock(Make.Usd(20)))
            .ThenBalance(Make.Usd(20), locked: 30, AccountKind.Savings)
            .ThenBalance(Make.Usd(100), locked: 0);
        given.When(Make.SendFromHold([Make.To(Make.Bob, Make.Usd(20))]))
            .ThenBalance(Make.Usd(0), locked: 30, AccountKind.Savings)
            .ThenBalance(Make.Usd(100), locked: 0);
    }

    private static WalletScenario Funded() => StateCommandTable.State("funded");

    private static WalletScenario Held() => StateCommandTable.State("held");
}
