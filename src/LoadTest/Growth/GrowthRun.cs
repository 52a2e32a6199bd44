using System.Diagnostics;
using Npgsql;
using OrleansWallet.LoadTest.Workloads.Grains;

namespace OrleansWallet.LoadTest.Growth;

/// <summary>Measures a grid whose journal holds so many entries of so many wallets.</summary>
internal sealed class GrowthRun(GrowthOptions options, TimeProvider time)
{
    private const int TimedActivations = 500;
    private const int ActivationsAtOnce = 16;

    public async Task<GrowthReport> RunAsync(CancellationToken cancellationToken)
    {
        await using var grid = await GridInProcess.StartAsync(
            options.ConnectionString, cancellationToken);
        await new JournalFill(grid.Database, time).RunAsync(
            options.Entries, options.Wallets, cancellationToken);
        var bytes = await SizeAsync(grid.Database, cancellationToken);

        var began = time.GetTimestamp();
        await ReadAsync(grid, 0, cancellationToken);
        var start = time.GetElapsedTime(began);

        var timed = Math.Min(TimedActivations, options.Wallets / 2);
        var activation = await TimeActivationsAsync(grid, timed, cancellationToken);
        var walletBytes = await MeasureWalletAsync(grid, timed, cancellationToken);

        var load = new GrowthLoad(grid.Grains, grid.Database, options, time);
        var rates = new Dictionary<string, double>
        {
            ["hot"] = await load.HotAsync(),
            ["spread"] = await load.SpreadAsync(),
            ["transfer"] = await load.TransferAsync(),
        };
        using var process = Process.GetCurrentProcess();
        var memory = process.PeakWorkingSet64;
        return new GrowthReport(options)
        {
            Breaches = (await grid.VerifyAsync(cancellationToken)).Breaches,
            MemoryBytes = memory,
            StartMs = start.TotalMilliseconds,
            ActivationMs = activation,
            WalletBytes = walletBytes,
            DatabaseBytes = bytes / (double)Math.Max(options.Entries, options.Wallets),
            PerSecond = rates,
        };
    }

    private async Task<double> TimeActivationsAsync(
        GridInProcess grid, int count, CancellationToken cancellationToken)
    {
        var times = new List<double>(count);
        for (var i = 1; i <= count; i++)
        {
            var began = time.GetTimestamp();
            await ReadAsync(grid, i, cancellationToken);
            times.Add(time.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private async Task<double> MeasureWalletAsync(
        GridInProcess grid, int active, CancellationToken cancellationToken)
    {
        var end = Math.Min(options.Activations, options.Wallets);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Parallel.ForEachAsync(
            Enumerable.Range(active + 1, end - active - 1),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = ActivationsAtOnce,
                CancellationToken = cancellationToken,
            },
            async (i, stop) => await ReadAsync(grid, i, stop));
        return (GC.GetTotalMemory(forceFullCollection: true) - before)
            / (double)(end - active - 1);
    }

    private static async ValueTask ReadAsync(
        GridInProcess grid, int wallet, CancellationToken cancellationToken) =>
        await grid.Grains.Wallet(JournalFill.Wallet(wallet)).GetBalances(cancellationToken);

    private static async Task<long> SizeAsync(
        NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
