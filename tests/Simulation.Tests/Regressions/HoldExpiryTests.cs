using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Tests.Regressions;

public sealed class HoldExpiryTests
{
    private static readonly WalletId _wallet = new("w0");
    private static readonly Amount _amount = new(10, Scenario.Usd);

    // Found at seed 63 with all faults: two holds of one name were made at one time, that of an
    // entry of a server whose clock was ahead. The second's expiry had the key of the first's, and
    // never took effect.
    [Fact]
    public void Holds_OfOneNameAtTheTimeOfAClockAhead_HaveExpiriesOfTheirOwn()
    {
        var scenario = new Scenario();
        scenario.Network.Nodes[0].Time.Jump(TimeSpan.FromHours(1));
        Done(scenario, 0, new WalletCommand.Credit(
            Scenario.Derived(_wallet, "credit", "in"), AccountKind.Spot, _amount,
            Counterparty.WorldUnknown));

        for (var i = 0; i < 2; i++)
        {
            Done(scenario, 1, new WalletCommand.Lock(
                Context($"lock{i}"), AccountKind.Spot, _amount, null));
            Done(scenario, 1, new WalletCommand.Unlock(
                Context($"unlock{i}"), _amount.Currency, null));
        }

        var made = scenario.Database.Wallets[_wallet.Value].Entries
            .Where(e => e.Kind == EntryKind.Locked)
            .Select(e => CommandKey.OfExpiry(_wallet, e.Hold!.Value, e.At));
        Assert.Equal(2, made.Distinct().Count());
        scenario.CheckQuiet();
    }

    private static CommandContext Context(string key) => new(
        CommandKey.FromService("test", key), new TransactionType("sim"), new ReferenceId("hold"));

    private static void Done(Scenario scenario, int node, WalletCommand command)
    {
        var answer = scenario.StartAt(node, _wallet, command);
        scenario.RunUntil(() => answer.IsCompleted);
        Assert.IsType<WalletAnswer.Done>(answer.Result);
    }
}
