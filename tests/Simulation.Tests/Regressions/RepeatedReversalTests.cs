using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Tests.Regressions;

public sealed class RepeatedReversalTests
{
    // Found at seed 5159 with all faults: the refusal was recorded under the caller's key, and
    // the key by which a transaction is reversed once was not looked for.
    [Fact]
    public void Reversal_DoneUnderAnotherKeyAndForgotten_IsReplayedAndNotRefused()
    {
        var scenario = new Scenario();
        var wallet = new WalletId("w0");
        scenario.Execute(wallet, new WalletCommand.Credit(
            Scenario.Derived(wallet, "credit", "in"), AccountKind.Spot,
            new Amount(10, Scenario.Usd), Counterparty.WorldUnknown));
        var first = Assert.IsType<WalletAnswer.Done>(
            scenario.Reverse(wallet, 1, Context("first")));
        scenario.Forget(wallet);

        var again = Assert.IsType<WalletAnswer.Done>(
            scenario.Reverse(wallet, 1, Context("second")));

        Assert.Equal(first.Receipt.TransactionId, again.Receipt.TransactionId);
        scenario.CheckQuiet();
    }

    // Found at seed 1430 with all faults: the second caller's own key was not recorded, so that
    // it could take effect with other input.
    [Fact]
    public void Reversal_UnderASecondKey_KeepsThatKeysAnswer()
    {
        var scenario = new Scenario();
        var wallet = new WalletId("w0");
        foreach (var reference in new[] { "in1", "in2" })
        {
            scenario.Execute(wallet, new WalletCommand.Credit(
                Scenario.Derived(wallet, "credit", reference), AccountKind.Spot,
                new Amount(10, Scenario.Usd), Counterparty.WorldUnknown));
        }

        Assert.IsType<WalletAnswer.Done>(scenario.Reverse(wallet, 1, Context("first")));
        Assert.IsType<WalletAnswer.Done>(scenario.Reverse(wallet, 1, Context("second")));
        scenario.Forget(wallet);

        var other = Assert.IsType<WalletAnswer.Refused>(
            scenario.Reverse(wallet, 2, Context("second")));

        Assert.Equal(RefusalCode.KeyReusedWithOtherInput, other.Refusal.Code);
        scenario.CheckQuiet();
    }

    // Found at seed 134 with all faults: the wallet was not there yet, and each copy had a number
    // of its own for it.
    [Fact]
    public void Reversal_AskedOfTwoCopiesOfANewWallet_IsRefusedForTheSameReason()
    {
        var scenario = new Scenario();
        var wallet = new WalletId("w0");
        for (var node = 0; node < 2; node++)
        {
            scenario.CallAt(node, wallet, grain => grain.GetBalances());
        }

        for (var node = 0; node < 2; node++)
        {
            var answer = scenario.CallAt(node, wallet, grain => grain.Reverse(1, Context("first")));

            var refused = Assert.IsType<WalletAnswer.Refused>(answer);
            Assert.Equal(RefusalCode.TransactionNotFound, refused.Refusal.Code);
        }
    }

    private static CommandContext Context(string key) => new(
        CommandKey.FromService("support", key), TransactionType.Reversal, new ReferenceId("undo1"));
}
