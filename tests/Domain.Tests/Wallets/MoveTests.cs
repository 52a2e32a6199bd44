using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class MoveTests
{
    [Fact]
    public void Move_IsOneTransactionOfTwoEntries()
    {
        var then = StateCommandTable.State("funded").When(Make.Move(Make.Usd(30)));

        then.ThenAccepted(EntryKind.MovedOut, EntryKind.MovedIn)
            .ThenBalance(Make.Usd(70), locked: 0)
            .ThenBalance(Make.Usd(30), locked: 0, AccountKind.Savings);
        Assert.Equal([0, 1], then.Entries.Select(e => e.Leg));
        Assert.Single(then.Entries.Select(e => e.FirstSeq).Distinct());
    }

    [Fact]
    public void Move_WhenBack_RestoresTheBalance() =>
        StateCommandTable.State("funded").And(Make.Move(Make.Usd(30)))
            .When(Make.Move(Make.Usd(30), AccountKind.Savings, AccountKind.Spot))
            .ThenBalance(Make.Usd(100), locked: 0)
            .ThenBalance(Make.Usd(0), locked: 0, AccountKind.Savings);

    [Fact]
    public void Move_WhenTheMoneyIsLocked_IsRefused() =>
        StateCommandTable.State("held").When(Make.Move(Make.Usd(61)))
            .ThenRefused(RefusalCode.InsufficientBalance);

    [Theory]
    [InlineData(AccountKind.Spot)]
    [InlineData(AccountKind.Savings)]
    public void Move_WhenWithinOneAccount_IsRefused(AccountKind account) =>
        StateCommandTable.State("funded").When(Make.Move(Make.Usd(1), account, account))
            .ThenRefused(RefusalCode.SameWallet);
}
