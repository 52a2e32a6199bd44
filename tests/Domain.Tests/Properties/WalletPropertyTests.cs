using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Tests.Wallets;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Properties;

/// <summary>What holds whatever is asked of a wallet, and in whatever order.</summary>
public class WalletPropertyTests
{
    [Fact]
    public void Wallet_WhenAnySequence_KeepsItsInvariantsAtEveryStep() =>
        Checks.Run(WalletSequence.Any, sequence =>
        {
            var run = new WalletRun(sequence);
            foreach (var step in sequence.Steps)
            {
                run.Do(step);
                WalletInvariants.AssertNothingNegative(run.State);
                WalletInvariants.AssertHoldsCoverWhatIsLocked(run.State);
            }

            WalletInvariants.AssertNumbered(run.State, run.History);
            WalletInvariants.AssertBooksBalance(run.State, run.History);
        });

    [Fact]
    public void History_WhenReplayed_GivesTheSameState() =>
        Checks.Run(WalletSequence.Any, sequence =>
        {
            var run = new WalletRun(sequence);
            foreach (var step in sequence.Steps)
            {
                run.Do(step);
            }

            WalletInvariants.AssertReplays(run.State, run.History);
        });

    [Fact]
    public void Refusal_LeavesTheStateUntouched_AndIsGivenAgainToTheSameCommand() =>
        Checks.Run(WalletSequence.Any, sequence =>
        {
            var run = new WalletRun(sequence);
            foreach (var step in sequence.Steps)
            {
                if (run.Do(step) is not { Decision.Refusal: { } refusal } done)
                {
                    continue;
                }

                Assert.Same(done.Before, done.Decision.State);
                Assert.Empty(done.Decision.Entries);
                var again = WalletDecider.Decide(run.State, done.Command, run.Now);
                Assert.True(refusal == again.Refusal, $"{refusal}, then {again.Refusal}");
            }
        });

    [Fact]
    public void Accepted_ChangesTheTotalByWhatTheCommandSays() =>
        Checks.Run(WalletSequence.Any, sequence =>
        {
            var run = new WalletRun(sequence);
            foreach (var step in sequence.Steps)
            {
                if (run.Do(step) is { Decision.Refusal: null } done)
                {
                    Assert.NotEmpty(done.Decision.Entries);
                    AssertTotals(done.Command, done.Before, done.Decision.State);
                }
            }
        });

    [Fact]
    public void Sequences_MeetEveryKindOfEntryAndEveryRefusalOfTheDecider()
    {
        var kinds = new HashSet<EntryKind>();
        var refusals = new HashSet<RefusalCode>();
        Checks.Run(WalletSequence.Any, sequence =>
        {
            var run = new WalletRun(sequence);
            foreach (var step in sequence.Steps)
            {
                var decision = run.Do(step)?.Decision;
                kinds.UnionWith(decision?.Entries.Select(e => e.Kind) ?? []);
                if (decision?.Refusal is { } refusal)
                {
                    refusals.Add(refusal.Code);
                }
            }
        });

        // These two need the journal: a grain tells them.
        refusals.Add(RefusalCode.KeyReusedWithOtherInput);
        refusals.Add(RefusalCode.TransactionNotFound);
        Assert.Equal(Enum.GetValues<EntryKind>(), kinds.Order());
        Assert.Equal(Enum.GetValues<RefusalCode>(), refusals.Order());
    }

    // Says anew what EntryEffect says, from the commands' side.
    private static void AssertTotals(WalletCommand command, WalletState before, WalletState after)
    {
        foreach (var currency in new[] { Make.Dollar, Make.Bitcoin })
        {
            var (came, went) = command switch
            {
                WalletCommand.Credit c => (In(c.Amount), 0),
                WalletCommand.Accept c => (In(c.Amount), 0),
                WalletCommand.Return c => (In(c.Amount), 0),
                WalletCommand.Debit c => (0, In(c.Amount)),
                WalletCommand.Transfer c => (0, Sum(c.Postings.Select(p => In(p.Amount)))),
                WalletCommand.Release c when c.Currency.Equals(currency) =>
                    (0, c.Amount?.Minor ?? before.Hold(c.Context.Reference)!.Remaining),
                WalletCommand.Reverse { Original.Kind: EntryKind.Credited } c =>
                    (0, In(c.Original!.Amount!.Value)),
                WalletCommand.Reverse c => (In(c.Original!.Amount!.Value), 0),
                _ => (Int128.Zero, Int128.Zero),
            };

            Assert.True(
                Total(before) + came - went == Total(after),
                $"{currency}: {Total(before)} + {came} - {went} is not {Total(after)}");

            Int128 In(Amount amount) => amount.Currency.Equals(currency) ? amount.Minor : 0;

            Int128 Total(WalletState state) =>
                Sum(state.Balances.Where(b => b.Currency.Equals(currency)).Select(b => b.Total));
        }
    }

    private static Int128 Sum(IEnumerable<Int128> values) =>
        values.Aggregate(Int128.Zero, (sum, value) => sum + value);
}
