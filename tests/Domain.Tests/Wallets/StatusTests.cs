using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Wallets;

public class StatusTests
{
    [Fact]
    public void Freeze_AndUnfreeze_ChangeTheStatusOnly()
    {
        var given = StateCommandTable.State("held");

        var frozen = given.When(Make.Freeze()).ThenAccepted(EntryKind.Frozen).State;
        var active = given.And(Make.Freeze()).When(Make.Unfreeze())
            .ThenAccepted(EntryKind.Unfrozen).State;

        Assert.Equal(
            (WalletStatus.Frozen, WalletStatus.Active), (frozen.Status, active.Status));
        Assert.Equal(given.State.Balances.AsEnumerable(), active.Balances);
        Assert.Equal(given.State.Holds, active.Holds);
    }

    [Fact]
    public void Unfreeze_LetsMoneyOutAgain() =>
        StateCommandTable.State("frozen").And(Make.Unfreeze()).When(Make.Debit(Make.Usd(100)))
            .ThenBalance(Make.Usd(0), locked: 0);

    [Theory]
    [InlineData("spot")]
    [InlineData("savings")]
    [InlineData("locked")]
    [InlineData("other currency")]
    public void Close_WhenAnythingIsLeft_IsRefused(string left)
    {
        WalletCommand[] commands = left switch
        {
            "spot" => [Make.Credit(Make.Usd(1))],
            "savings" => [Make.Credit(Make.Usd(1), AccountKind.Savings)],
            "locked" => [Make.Credit(Make.Usd(1)), Make.Lock(Make.Usd(1))],
            _ => [Make.Credit(Make.Usd(1)), Make.Debit(Make.Usd(1)), Make.Credit(Make.Btc(1))],
        };

        WalletScenario.Given(commands).When(Make.Close()).ThenRefused(RefusalCode.BalanceNotZero);
    }

    [Fact]
    public void Close_WhenEmpty_IsForGood()
    {
        var given = StateCommandTable.State("new").And(Make.Close());

        Assert.Equal(WalletStatus.Closed, given.State.Status);
        given.When(Make.Unfreeze()).ThenRefused(RefusalCode.WalletClosed);
    }
}
