using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Tests.Regressions;

public sealed class BatchedCloseTests
{
    // Found at seed 748 with all faults: a close that came together with other commands did not
    // ask whether money was under way.
    [Fact]
    public void Close_TogetherWithOthersWhileMoneyIsUnderWay_IsRefused()
    {
        var scenario = new Scenario();
        // They live in different processes.
        var (wallet, other) = (new WalletId("w0"), new WalletId("w1"));
        scenario.Execute(wallet, new WalletCommand.Credit(
            Scenario.Derived(wallet, "credit", "in"), AccountKind.Spot, Usd(10),
            Counterparty.WorldUnknown));
        scenario.Network.Nodes[0].Kill();
        _ = scenario.Start(wallet, new WalletCommand.Transfer(
            Scenario.Derived(wallet, "transfer", "out"), AccountKind.Spot, null,
            [new Posting(other, Usd(9))]));
        scenario.RunUntil(() => scenario.Database.Postings.Count == 1);

        var answers = scenario.ExecuteAll(wallet,
        [
            new WalletCommand.Debit(
                Scenario.Derived(wallet, "debit", "rest"), AccountKind.Spot, Usd(1),
                Counterparty.WorldUnknown),
            new WalletCommand.Close(Scenario.Derived(wallet, "close", "end"), false),
        ]);

        Assert.All(answers, a => Assert.Equal(
            RefusalCode.PostingsUnderWay, Assert.IsType<WalletAnswer.Refused>(a).Refusal.Code));
    }

    private static Amount Usd(int minor) => new(minor, Scenario.Usd);
}
