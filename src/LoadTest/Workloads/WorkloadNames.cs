using OrleansWallet.LoadTest.Workloads.Http;
using OrleansWallet.LoadTest.Workloads.Push;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>The workloads by name.</summary>
internal static class WorkloadNames
{
    public const string Batch = "batch";
    public const string Read = "read";
    public const string Push = "push";
    public const string Trade = "trade";
    public const string Mixed = "mixed";

    public static readonly IReadOnlyList<(string Name, string What)> All =
    [
        ("hot", "Credits to one wallet"),
        ("spread", "Credits to many wallets"),
        ("transfer", "Transfers between many wallets"),
        ("transfer-out", "Transfers out of one wallet to many"),
        ("transfer-in", "Transfers from many wallets into one"),
        (Trade, "Whole trades: create with escrow, mark as paid, release with the fee"),
        (Batch, "Credits, many in one call: all to one wallet, or with --spread to many"),
        (Read, "Reads of the balances of many wallets"),
        (Push, "Credits to users whose balances hub connections follow; measures the push"),
        (Mixed, "70 % reads, 10 % credits, 10 % debits, 9 % transfers, 1 % trades"),
    ];

    /// <summary>Whether a workload goes over HTTP only.</summary>
    public static bool IsHttpOnly(string name) => name == Push;

    public static IWorkload Create(LoadOptions options, ILoadTarget target)
    {
        var commands = target.Commands;
        var count = options.Wallets;
        var many = new Picker(count, options.Zipf);
        var one = new Picker(1, 0);
        return options.Name switch
        {
            "hot" => new CreditWorkload(commands, target.Wallets("w", 1), one),
            "spread" => new CreditWorkload(commands, target.Wallets("w", count), many),
            "transfer" => Transfers(target, count, many, count, many),
            "transfer-out" => Transfers(target, 1, one, count, many),
            "transfer-in" => Transfers(target, count, many, 1, one),
            Trade => target.CreateTrades(options),
            Batch => options.Spread
                ? new BatchWorkload(commands, target.Wallets("w", count), many, options.Size)
                : new BatchWorkload(commands, target.Wallets("w", 1), one, options.Size),
            Read when options.Baseline => new BaselineWorkload(
                (HttpTarget)target, options.BaselinePath),
            Read => new ReadWorkload(commands, target.Wallets("w", count), many),
            Push => new PushWorkload((HttpTarget)target, options),
            Mixed => CreateMixed(options, target, many),
            _ => throw new ArgumentException($"'{options.Name}' is no workload", nameof(options)),
        };
    }

    private static TransferWorkload Transfers(
        ILoadTarget target, int sources, Picker source, int targets, Picker to) =>
        new(
            target.Commands, target.Wallets("from", sources), source,
            target.Wallets("to", targets), to);

    private static MixedWorkload CreateMixed(LoadOptions options, ILoadTarget target, Picker many)
    {
        var commands = target.Commands;
        var wallets = target.Wallets("w", options.Wallets);
        var to = target.Wallets("to", options.Wallets);
        return new MixedWorkload(
        [
            (70, new ReadWorkload(commands, wallets, many)),
            (10, new CreditWorkload(commands, wallets, many)),
            (10, new DebitWorkload(commands, wallets, many)),
            (9, new TransferWorkload(commands, wallets, many, to, many)),
            (1, target.CreateTrades(options)),
        ]);
    }
}
