using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Tests.Regressions;

public sealed class ClockAheadTests
{
    // Compared with the entry's own time, the posting would be too young for another server.
    [Fact]
    public void Postings_OfAServerWhoseClockIsAhead_AreRecovered()
    {
        var scenario = new Scenario();
        var (from, to) = (new WalletId("w0"), new WalletId("w1"));
        var amount = new Amount(10, Scenario.Usd);
        foreach (var node in scenario.Network.Nodes)
        {
            node.Time.Jump(TimeSpan.FromHours(1));
        }

        scenario.Execute(from, new WalletCommand.Credit(
            Scenario.Derived(from, "credit", "in"), AccountKind.Spot, amount,
            Counterparty.WorldUnknown));
        _ = scenario.Start(from, new WalletCommand.Transfer(
            Scenario.Derived(from, "transfer", "out"), AccountKind.Spot, null,
            [new Posting(to, amount)]));
        scenario.RunUntil(() => scenario.Database.Postings.Count == 1);
        for (var i = 0; i < scenario.Network.Nodes.Length; i++)
        {
            scenario.Network.Nodes[i].Kill();
            scenario.StartNode(i);
        }

        scenario.Pass(TimeSpan.FromSeconds(5));
        scenario.Network.Nodes[0].Recover();
        scenario.RunUntil(() => scenario.Network.Nodes[0].LastScanFound == 1);
        scenario.Pass(TimeSpan.FromSeconds(1));

        Assert.Empty(scenario.Database.Postings);
        Assert.Equal(10, scenario.Database.Wallets[to.Value].Entries[^1].Available);
        scenario.CheckQuiet();
    }
}
