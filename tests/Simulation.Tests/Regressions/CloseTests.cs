using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Tests.Regressions;

public sealed class CloseTests
{
    // Found at seed 1076 with all faults: the close lost its fence to another copy's transfer and
    // was decided again with what had been true of the postings before.
    [Fact]
    public void Close_WhileAnotherCopySendsAllMoney_WaitsForItsArrival()
    {
        // The close begins at each moment around the transfer's commit.
        for (var delay = 0.0; delay < 4; delay += 0.05)
        {
            RequireArrived(TimeSpan.FromMilliseconds(delay));
        }
    }

    private static void RequireArrived(TimeSpan delay)
    {
        var scenario = new Scenario();
        var (wallet, other) = (new WalletId("w0"), new WalletId("w1"));
        var amount = new Amount(10, Scenario.Usd);
        var credited = scenario.StartAt(0, wallet, new WalletCommand.Credit(
            Scenario.Derived(wallet, "credit", "in"), AccountKind.Spot, amount,
            Counterparty.WorldUnknown));
        scenario.RunUntil(() => credited.IsCompleted);
        _ = scenario.Network.Nodes[1].Activate(wallet);
        _ = scenario.StartAt(0, wallet, new WalletCommand.Transfer(
            Scenario.Derived(wallet, "transfer", "out"), AccountKind.Spot, null,
            [new Posting(other, amount)]));
        scenario.Pass(delay);
        var closed = scenario.StartAt(1, wallet, new WalletCommand.Close(
            Scenario.Derived(wallet, "close", "end"), false));
        scenario.RunUntil(() => scenario.Database.Postings.Count == 1 || closed.IsCompleted);
        scenario.Network.Nodes[0].Kill();

        scenario.RunUntil(() => closed.IsCompleted);

        var isClosed = scenario.Database.Wallets[wallet.Value].Entries[^1].Kind == EntryKind.Closed;
        Assert.True(!isClosed || scenario.Database.Wallets.ContainsKey(other.Value));
    }
}
