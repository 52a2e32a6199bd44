using FsCheck;
using FsCheck.Fluent;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Properties;

/// <summary>A random life of a wallet.</summary>
/// <param name="Full">Whether it begins with balances at their limit.</param>
/// <param name="Steps">What is asked of it, in order.</param>
internal sealed record WalletSequence(bool Full, IReadOnlyList<WalletStep> Steps)
{
    public static Arbitrary<WalletSequence> Any { get; } = Arb.From(Sequences(), Shrink);

    public override string ToString() =>
        (Full ? "from full: " : "from new: ") + string.Concat(Steps);

    private static Gen<WalletSequence> Sequences() =>
        from full in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from steps in StepGen().ListOf()
        select new WalletSequence(full, [.. steps]);

    private static Gen<WalletStep> StepGen() =>
        from command in CommandTypes()
        from account in Gen.Frequency(
            (4, Gen.Constant(AccountKind.Spot)), (1, Gen.Constant(AccountKind.Savings)))
        from bitcoin in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from minor in Minors()
        from pick in Gen.Choose(0, 999)
        from derived in Gen.Elements(true, false, false)
        from seconds in Gen.Choose(-5, 20)
        select new WalletStep(command, account, bitcoin, minor, pick, derived, seconds);

    // Few end the life of a wallet, so that most sequences go on to their last step.
    private static Gen<Type> CommandTypes() => Gen.Frequency(
        typeof(WalletCommand).GetNestedTypes().Select(t => (WeightOf(t), Gen.Constant(t))));

    private static int WeightOf(Type command) => command.Name switch
    {
        nameof(WalletCommand.Credit) or nameof(WalletCommand.Lock) => 12,
        nameof(WalletCommand.Freeze) or nameof(WalletCommand.Close) => 1,
        _ => 6,
    };

    private static Gen<Int128> Minors() => Gen.Frequency(
        (10, Gen.Choose(1, 50).Select(i => (Int128)i)),
        (4, Gen.Choose(51, 1000).Select(i => (Int128)i)),
        (1, Gen.Choose(-5, 0).Select(i => (Int128)i)),
        (1, Gen.Elements(Amount.MinorMax, Amount.MinorMax + 1, Amount.MinorMax / 7)));

    // Fewer steps first, then the plainer start.
    private static IEnumerable<WalletSequence> Shrink(WalletSequence sequence)
    {
        var steps = sequence.Steps;
        for (var size = steps.Count / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= steps.Count; at += size)
            {
                yield return sequence with
                {
                    Steps = [.. steps.Take(at), .. steps.Skip(at + size)],
                };
            }
        }

        if (sequence.Full)
        {
            yield return sequence with { Full = false };
        }
    }
}
