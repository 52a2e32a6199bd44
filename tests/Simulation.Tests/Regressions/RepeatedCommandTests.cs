using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Tests.Regressions;

public sealed class RepeatedCommandTests
{
    // A copy that has forgotten the answer would refuse: the money is gone, by this very command.
    [Fact]
    public void DerivedKey_ToldAgainAfterItTookEffect_IsReplayedAndNotRefused()
    {
        var scenario = new Scenario();
        var wallet = new WalletId("w0");
        var amount = new Amount(10, Scenario.Usd);
        scenario.Execute(wallet, new WalletCommand.Credit(
            Scenario.Derived(wallet, "credit", "in"), AccountKind.Spot, amount,
            Counterparty.WorldUnknown));
        var debit = new WalletCommand.Debit(
            Scenario.Derived(wallet, "debit", "out"), AccountKind.Spot, amount,
            Counterparty.WorldUnknown);
        var first = Assert.IsType<WalletAnswer.Done>(scenario.Execute(wallet, debit));
        foreach (var node in scenario.Network.Nodes)
        {
            node.Collect(wallet.Value);
        }

        var again = Assert.IsType<WalletAnswer.Done>(scenario.Execute(wallet, debit));

        Assert.True(again.Replayed);
        Assert.Equal(first.Receipt.TransactionId, again.Receipt.TransactionId);
        scenario.CheckQuiet();
    }
}
