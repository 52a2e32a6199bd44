using OrleansWallet.Contracts;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>The workloads by name.</summary>
internal static class WorkloadNames
{
    public static readonly IReadOnlyList<(string Name, string What)> All =
    [
        ("hot", "Credits to one wallet"),
        ("spread", "Credits to many wallets"),
        ("transfer", "Transfers between many wallets"),
        ("transfer-out", "Transfers out of one wallet to many"),
        ("transfer-in", "Transfers from many wallets into one"),
        ("trade", "Whole trades: create with escrow, mark as paid, release with the fee"),
    ];

    public static IWorkload Create(LoadOptions options, IGrains grains)
    {
        var commands = new GridCommands(grains, CurrencyRegistry.Default["USD"]);
        var many = new Picker(options.Wallets, options.Zipf);
        var one = new Picker(1, 0);
        return options.Name switch
        {
            "hot" => new CreditWorkload(commands, one),
            "spread" => new CreditWorkload(commands, many),
            "transfer" => new TransferWorkload(commands, many, options.Wallets, many),
            "transfer-out" => new TransferWorkload(commands, one, 1, many),
            "transfer-in" => new TransferWorkload(commands, many, options.Wallets, one),
            "trade" => new TradeWorkload(commands, many, options.Wallets),
            _ => throw new ArgumentException($"'{options.Name}' is no workload", nameof(options)),
        };
    }
}
