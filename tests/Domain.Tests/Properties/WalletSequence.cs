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
    // Each as often as it weighs.
    private static readonly Type[] _commands =
    [
        .. typeof(WalletCommand).GetNestedTypes()
            .SelectMany(t => Enumerable.Repeat(t, WeightOf(t))),
    ];

    private static readonly Int128[] _hugeSums =
        [Amount.MinorMax, Amount.MinorMax + 1, Amount.MinorMax / 7];

    public static Arbitrary<WalletSequence> Any { get; } = Arb.From(Sequences(), Shrink);

    public override string ToString() =>
        (Full ? "from full: " : "from new: ") + string.Concat(Steps);

    private static Gen<WalletSequence> Sequences() =>
        from full in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from steps in Gen.Choose(0, int.MaxValue).Two().Select(d => StepOf(d.Item1, d.Item2))
            .ListOf()
        select new WalletSequence(full, [.. steps]);

    // One draw for all of a step: a draw for each part costs more than the wallet's own work.
    private static WalletStep StepOf(int high, int low)
    {
        var draw = ((long)high << 31) | (long)low;
        return new WalletStep(
            Command: _commands[Next(_commands.Length)],
            Account: Next(4) == 0 ? AccountKind.Savings : AccountKind.Spot,
            Bitcoin: Next(3) == 0,
            Minor: Next(16) switch
            {
                < 10 => Next(50) + 1,
                < 14 => Next(1000) + 1,
                14 => -Next(5),
                _ => _hugeSums[Next(_hugeSums.Length)],
            },
            Pick: Next(1000),
            DerivedKey: Next(3) == 0,
            Seconds: Next(26) - 5);

        int Next(int bound)
        {
            (draw, var next) = Math.DivRem(draw, bound);
            return (int)next;
        }
    }

    // Few end the life of a wallet, so that most sequences go on to their last step.
    private static int WeightOf(Type command) => command.Name switch
    {
        nameof(WalletCommand.Credit) or nameof(WalletCommand.Lock)
            or nameof(WalletCommand.Return) => 12,
        nameof(WalletCommand.Freeze) or nameof(WalletCommand.Close) => 1,
        _ => 6,
    };

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
