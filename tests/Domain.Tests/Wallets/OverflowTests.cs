using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class OverflowTests
{
    [Fact]
    public void Credit_WhenItFillsTheBalanceExactly_IsTaken()
    {
        var given = Full().And(Make.Debit(Make.Usd(7)));

        given.When(Make.Credit(Make.Usd(7))).ThenBalance(Make.Usd(Amount.BalanceMax), locked: 0);
        given.When(Make.Credit(Make.Usd(8))).ThenRefused(RefusalCode.BalanceOverflow);
    }

    [Fact]
    public void WhatComesIn_WhenPartIsLocked_CountsThatToo()
    {
        var given = Full().And(Make.Debit(Make.Usd(10)));
        var debited = given.History[^1];
        given.And(Make.Lock(Make.Usd(1000)));

        given.When(Make.Credit(Make.Usd(11))).ThenRefused(RefusalCode.BalanceOverflow);
        given.When(Make.Accept(Make.Usd(11))).ThenRefused(RefusalCode.BalanceOverflow);
        given.And(Make.Credit(Make.Usd(1))).When(Make.Reverse(debited))
            .ThenRefused(RefusalCode.BalanceOverflow);
    }

    [Fact]
    public void Balance_WhenFull_StillLocksAndUnlocks() =>
        Full().And(Make.Lock(Make.Usd(1000))).When(Make.Unlock())
            .ThenBalance(Make.Usd(Amount.BalanceMax), locked: 0);

    [Fact]
    public void Balance_WhenFull_LeavesRoomInOtherAccountsAndCurrencies()
    {
        Full().When(Make.Credit(Make.Usd(1), AccountKind.Savings)).ThenAccepted(EntryKind.Credited);
        Full().When(Make.Credit(Make.Btc(1))).ThenAccepted(EntryKind.Credited);
    }

    [Fact]
    public void Return_WhenFull_FindsRoomForTheLargestSum() =>
        Full().When(Make.Return(Make.Usd(Amount.MinorMax)))
            .ThenBalance(Make.Usd(Amount.BalanceMax + Amount.MinorMax), locked: 0);

    private static WalletScenario Full() => StateCommandTable.State("full");
}
