using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using static OrleansWallet.Domain.Wallets.RefusalCode;

namespace OrleansWallet.Domain.Tests.Wallets;

/// <summary>When several refusals apply, the first of <see cref="RefusalCode"/> is told.</summary>
public class PrecedenceTests
{
    private static readonly Amount _huge = Make.Usd(Amount.MinorMax);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void InvalidAmount_WhenNotPositive_ComesBeforeEverything(int minor)
    {
        foreach (var state in new[] { "closed", "frozenHeld", "held", "new", "full" })
        {
            AssertInvalid(StateCommandTable.State(state), Make.Usd(minor));
        }
    }

    [Fact]
    public void InvalidAmount_WhenBeyondTheLimit_ComesBeforeEverything() =>
        AssertInvalid(StateCommandTable.State("closed"), Make.Usd(Amount.MinorMax + 1));

    [Fact]
    public void InvalidAmount_WhenDefault_IsARefusalToo() =>
        AssertInvalid(StateCommandTable.State("funded"), default);

    [Fact]
    public void InvalidAmount_ComesBeforeSameWallet()
    {
        var given = StateCommandTable.State("funded");

        given.When(Make.Send(Make.To(Make.Alice, Make.Usd(0)))).ThenRefused(InvalidAmount);
        given.When(Make.Send(Make.To(Make.Alice, Make.Usd(1)), Make.To(Make.Bob, Make.Usd(0))))
            .ThenRefused(InvalidAmount);
        given.When(Make.Move(Make.Usd(0), to: AccountKind.Spot)).ThenRefused(InvalidAmount);
    }

    [Fact]
    public void SameWallet_ComesBeforeStatusAndKeyAndFunds()
    {
        var toSelf = Make.To(Make.Alice, Make.Usd(10));

        StateCommandTable.State("closed").When(Make.Send(toSelf)).ThenRefused(SameWallet);
        StateCommandTable.State("new").When(Make.Send(toSelf)).ThenRefused(SameWallet);
        StateCommandTable.State("held").When(Make.SendFromHold([toSelf], derivedKey: true))
            .ThenRefused(SameWallet);
        StateCommandTable.State("closed").When(Make.Move(_huge, to: AccountKind.Spot))
            .ThenRefused(SameWallet);
    }

    [Fact]
    public void ExplicitKeyRequired_ComesBeforeStatusAndHold()
    {
        var part = Make.Usd(10);

        StateCommandTable.State("closed").When(Make.Unlock(part, derivedKey: true))
            .ThenRefused(ExplicitKeyRequired);
        StateCommandTable.State("frozenHeld").When(Make.Release(part, derivedKey: true))
            .ThenRefused(ExplicitKeyRequired);
        StateCommandTable.State("expired").When(Make.Release(part, derivedKey: true))
            .ThenRefused(ExplicitKeyRequired);
        StateCommandTable.State("expired")
            .When(Make.SendFromHold([Make.To(Make.Bob, part)], derivedKey: true))
            .ThenRefused(ExplicitKeyRequired);
    }

    [Fact]
    public void WalletClosed_ComesBeforeWhatItHolds()
    {
        StateCommandTable.State("closed").When(Make.Debit(_huge)).ThenRefused(WalletClosed);
        StateCommandTable.State("closed").When(Make.Release()).ThenRefused(WalletClosed);
        StateCommandTable.State("closed").When(Make.Close(true)).ThenRefused(WalletClosed);
    }

    [Fact]
    public void WalletFrozen_ComesBeforeHoldAndFunds()
    {
        StateCommandTable.State("frozen").When(Make.Debit(_huge)).ThenRefused(WalletFrozen);
        StateCommandTable.State("frozenHeld").When(Make.Release()).ThenRefused(WalletFrozen);
        StateCommandTable.State("frozenHeld").When(Make.Lock(_huge)).ThenRefused(WalletFrozen);
    }

    [Fact]
    public void TransactionNotReversible_ComesBeforeFunds()
    {
        var original = WalletScenario.Given(Make.Credit(_huge), Make.Lock(_huge)).History[1];

        StateCommandTable.State("new").When(Make.Reverse(original))
            .ThenRefused(TransactionNotReversible);
    }

    [Fact]
    public void HoldExists_ComesBeforeFunds() =>
        StateCommandTable.State("held").When(Make.Lock(_huge)).ThenRefused(HoldExists);

    [Fact]
    public void HoldExpired_ComesBeforeWhatRemains()
    {
        StateCommandTable.State("expired").When(Make.Release(_huge)).ThenRefused(HoldExpired);
        StateCommandTable.State("expired").When(Make.SendFromHold([Make.To(Make.Bob, _huge)]))
            .ThenRefused(HoldExpired);
    }

    [Fact]
    public void HoldNotFound_ComesBeforeWhatRemains() =>
        StateCommandTable.State("held").When(Make.Release(Make.Btc(1000)))
            .ThenRefused(HoldNotFound);

    [Fact]
    public void InsufficientBalance_ComesBeforeOverflow()
    {
        var savingsFull = StateCommandTable.ToTheBrim()
            .Select(c => (WalletCommand)((WalletCommand.Credit)c with
            {
                Account = AccountKind.Savings,
            }));
        var given = WalletScenario.Given([.. savingsFull]);

        given.When(Make.Move(Make.Usd(1))).ThenRefused(InsufficientBalance);
        given.And(Make.Credit(Make.Usd(1))).When(Make.Move(Make.Usd(1)))
            .ThenRefused(BalanceOverflow);
    }

    [Fact]
    public void BalanceNotZero_ComesBeforePostingsUnderWay() =>
        StateCommandTable.State("held").When(Make.Close(true)).ThenRefused(BalanceNotZero);

    [Theory]
    [InlineData(InvalidAmount, false)]
    [InlineData(SameWallet, false)]
    [InlineData(ExplicitKeyRequired, false)]
    [InlineData(KeyReusedWithOtherInput, false)]
    [InlineData(WalletClosed, true)]
    [InlineData(WalletFrozen, true)]
    [InlineData(HoldNotFound, true)]
    [InlineData(InsufficientBalance, true)]
    [InlineData(PostingsUnderWay, true)]
    public void DependsOnState_IsTrueWhereAnotherStateWouldPass(RefusalCode code, bool depends) =>
        Assert.Equal(depends, new Refusal(code).DependsOnState);

    private static void AssertInvalid(WalletScenario given, Amount amount)
    {
        WalletCommand[] commands =
        [
            Make.Credit(amount), Make.Debit(amount), Make.Lock(amount), Make.Accept(amount),
            Make.Unlock() with { Amount = amount }, Make.Release() with { Amount = amount },
            Make.Move(amount), Make.Send(Make.To(Make.Bob, amount)),
            Make.SendFromHold([Make.To(Make.Bob, Make.Usd(1)), Make.To(Make.Bob, amount)]),
        ];

        Assert.All(commands, command => given.When(command).ThenRefused(InvalidAmount));
    }
}
