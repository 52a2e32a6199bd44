using OrleansWallet.Bench.Measuring;
using OrleansWallet.Bench.Peers;
using OrleansWallet.Bench.Results;

namespace OrleansWallet.Bench;

/// <summary>What is compared with what, and the goals.</summary>
internal static class Comparisons
{
    public const string LocksDatabase = "bench_locks";
    public const string PgledgerDatabase = "bench_pgledger";

    /// <param name="grid">The product.</param>
    /// <param name="sql">The peers.</param>
    /// <param name="withPgledger">Whether pgledger's database is there.</param>
    public static IReadOnlyList<Comparison> InProcess(
        LoadTool grid, Pgbench sql, bool withPgledger)
    {
        var hot = new Side("hot wallet", grid.Variants("hot", 1000, 4000, 8000));
        var hotLocks = new Side(
            "hot row, row locks", sql.Variants(LocksDatabase, "locks-hot", 1, 2, 4, 8, 16));
        var copy = new Side("COPY", grid.CopyVariants((1000, 1), (4000, 1), (4000, 2)));
        // So few wallets that all are in memory when the warm-up is over, as in Sql/.
        var out1 = new Side(
            "transfers out of one wallet", grid.Variants("transfer-out --wallets 1000", 1000, 8000));
        var uniform = new Side(
            "transfers, uniform", grid.Variants("transfer --wallets 1000 --zipf 0", 1000));
        var skewed = new Side(
            "transfers, Zipf 1", grid.Variants("transfer --wallets 1000 --zipf 1", 1000));
        var rows = new List<Comparison>
        {
            new("hot wallet, credits/s, against row locks", hot, hotLocks, Figure.PerSecond,
                new Goal(30), new Goal(40)),
            new("hot wallet, credits/s, 64 callers against 64 clients",
                new Side("hot wallet, 64", grid.Variants("hot", 64)),
                new Side("hot row, row locks, 64", sql.Variants(LocksDatabase, "locks-hot", 64)),
                Figure.PerSecond, new Goal(20)),
            new("hot wallet, credits/s, against COPY of its rows", hot, copy, Figure.PerSecond,
                new Goal(0.6)),
            new("one caller, ms a credit, against row locks",
                new Side("hot wallet, 1", grid.Variants("hot", 1)),
                new Side("hot row, row locks, 1", sql.Variants(LocksDatabase, "locks-hot", 1)),
                Figure.MeanMs, new Goal(1.2, AtMost: true)),
            new("transfers out of one wallet/s against row locks", out1,
                new Side("transfers out of one row, row locks",
                    sql.Variants(LocksDatabase, "locks-transfer-out", 2, 8)),
                Figure.PerSecond),
            new("transfers/s, Zipf 1 against uniform", skewed, uniform, Figure.PerSecond,
                new Goal(1)),
            new("transfers/s, uniform, against row locks", uniform,
                new Side("transfers, row locks",
                    sql.Variants(LocksDatabase, "locks-transfer", 16, 64)),
                Figure.PerSecond),
            new("credits/s to many wallets against row locks",
                new Side("credits to many", grid.Variants("spread --wallets 1000", 1000)),
                new Side("credits to many, row locks",
                    sql.Variants(LocksDatabase, "locks-spread", 16, 64)),
                Figure.PerSecond),
            new("trades/s",
                new Side("trades", grid.Variants("trade --wallets 1000", 1024, 4096)), null,
                Figure.PerSecond, new Goal(1500), new Goal(3000)),
        };
        if (withPgledger)
        {
            rows.Insert(5, new Comparison(
                "transfers out of one wallet/s against pgledger", out1,
                new Side("transfers out of one account, pgledger",
                    sql.Variants(PgledgerDatabase, "pgledger-transfer-out", 1, 4, 16)),
                Figure.PerSecond, new Goal(20), new Goal(30)));
        }

        return rows;
    }
}
