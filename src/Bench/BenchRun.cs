using Npgsql;
using OrleansWallet.Bench.Growth;
using OrleansWallet.Bench.Measuring;
using OrleansWallet.Bench.Peers;
using OrleansWallet.Bench.Results;
using Spectre.Console;

namespace OrleansWallet.Bench;

/// <summary>One run of the bench: makes the peers' databases, measures, tells.</summary>
internal sealed class BenchRun(BenchOptions options, IAnsiConsole console)
{
    private const int WidthMin = 140;

    /// <exception cref="BenchFailedException">A side can't be measured.</exception>
    /// <exception cref="NpgsqlException">The server is away.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var server = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        var databases = new PeerDatabase(server);
        try
        {
            await databases.MakeLocksAsync(Comparisons.LocksDatabase, cancellationToken);
            if (options.Pgledger is { } folder)
            {
                await databases.MakePgledgerAsync(
                    Comparisons.PgledgerDatabase, folder, cancellationToken);
            }

            var comparisons = Choose(server);
            var rounds = await MeasureAsync(comparisons, databases, cancellationToken);
            List<BenchRow> rows = [.. comparisons.SelectMany(c => c.ToRows())];
            rows.AddRange(await GrowthAsync(cancellationToken));
            await TellAsync(rows, rounds, cancellationToken);
        }
        finally
        {
            await databases.DropAsync(Comparisons.LocksDatabase);
            await databases.DropAsync(Comparisons.PgledgerDatabase);
        }
    }

    private List<Comparison> Choose(NpgsqlConnectionStringBuilder server)
    {
        var all = Comparisons.InProcess(
            Tool(options.ConnectionString),
            new Pgbench(options.Pgbench, server, options.Seconds),
            options.Pgledger is not null);
        if (options.Grid is { } grid)
        {
            // The books of the running grid are checked over HTTP, not in its database.
            all = [.. all, .. HttpComparisons.All(HttpTool(), grid)];
        }

        return [.. all.Where(c => options.Only is not { } part
            || c.Name.Contains(part, StringComparison.OrdinalIgnoreCase))];
    }

    private async Task<IReadOnlyList<BenchRow>> GrowthAsync(CancellationToken cancellationToken)
    {
        if (options.Only is not null)
        {
            return [];
        }

        var growth = new GrowthRows(Tool(options.ConnectionString).GrowthAsync);
        var idle = await growth.IdleWalletAsync(cancellationToken);
        return options.Growth ? [.. idle, .. await growth.AllAsync(cancellationToken)] : idle;
    }

    private LoadTool HttpTool() => new(
        options.LoadTool, "", options.HttpWarmUpSeconds, options.Seconds);

    private LoadTool Tool(string connectionString) => new(
        options.LoadTool, connectionString, options.WarmUpSeconds, options.Seconds);

    private Task<int> MeasureAsync(
        List<Comparison> comparisons, PeerDatabase databases, CancellationToken cancellationToken)
    {
        // Each beside its peer: what they meet is as alike as can be.
        Side[] sides = [.. comparisons.SelectMany(c => new[] { c.Side, c.Peer }).OfType<Side>()
            .Distinct()];
        return new Rounds(sides, databases.SettleAsync, TimeProvider.System).RunAsync(
            options.RoundsMax,
            options.RoundsLimit,
            (round, side, variant, sample) => Console.Error.WriteLine(
                $"round {round}  {side.Name}, {variant.Name}: "
                + $"{BenchTable.Text(sample.PerSecond)}/s, {BenchTable.Text(sample.MeanMs)} ms"),
            cancellationToken);
    }

    private async Task TellAsync(
        List<BenchRow> rows, int rounds, CancellationToken cancellationToken)
    {
        // A file has no width; a row belongs on one line.
        console.Profile.Width = Math.Max(console.Profile.Width, WidthMin);
        console.Write(BenchTable.Create(rows));
        console.WriteLine(
            $"Medians of {rounds} interleaved rounds of {options.Seconds} s a run, each side "
            + "with its best number of callers, clients or rows; one PostgreSQL, fsync on, "
            + $"synchronous_commit on; {Environment.ProcessorCount} processors.");
        if (options.Json is { } file)
        {
            await File.WriteAllTextAsync(file, BenchJson.Write(rows) + "\n", cancellationToken);
        }
    }
}
