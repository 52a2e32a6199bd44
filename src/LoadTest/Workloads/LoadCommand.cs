using System.CommandLine;
using Npgsql;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>The command line of the workloads on a grid in this process.</summary>
internal static class LoadCommand
{
    private const string DatabaseVariable = "ConnectionStrings__Wallet";

    public static IEnumerable<Command> CreateAll() =>
        WorkloadNames.All.Select(workload => Create(workload.Name, workload.What));

    private static Command Create(string name, string what)
    {
        var database = new Option<string?>("--database")
        {
            Description =
                $"Connection string of a PostgreSQL server for the grid in this process; "
                + $"{DatabaseVariable} by default. A database is made there and dropped again",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable(DatabaseVariable),
        };
        var callers = CommandOptions.Number("--callers", 64, "Operations under way at once");
        var rate = new Option<int?>("--rate")
        {
            Description = "Operations a second (open loop); callers as fast as they can without",
        };
        var warmUp = CommandOptions.Number("--warm-up", 3, "Seconds that are not measured");
        var seconds = CommandOptions.Number("--seconds", 10, "Seconds that are measured");
        var wallets = CommandOptions.Number("--wallets", 10_000, "Wallets on each side");
        var zipf = new Option<double>("--zipf")
        {
            Description = "Skew of the picks: wallet r in proportion to r^-ZIPF; 0 for none",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead" };
        database.Validators.Add(result => CommandOptions.Require(
            result, !string.IsNullOrEmpty(result.GetValue(database)),
            $"name a server by --database or {DatabaseVariable}"));
        rate.Validators.Add(result => CommandOptions.Require(
            result, result.GetValue(rate) is null or >= 1, "--rate is not 1 or more"));
        zipf.Validators.Add(result => CommandOptions.Require(
            result, result.GetValue(zipf) is >= 0 and <= 10, "--zipf is not between 0 and 10"));

        var command = new Command(name, what)
        {
            database, callers, rate, warmUp, seconds, wallets, zipf, json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new LoadOptions(
                name,
                parsed.GetRequiredValue(database)!,
                parsed.GetValue(callers),
                parsed.GetValue(rate),
                TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(wallets),
                parsed.GetValue(zipf),
                parsed.GetValue(json)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        LoadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var grid = await GridInProcess.StartAsync(
                options.ConnectionString, cancellationToken);
            var run = new LoadRun(
                WorkloadNames.Create(options, grid.Grains), options,
                CommandOptions.Display(options.Json), TimeProvider.System);
            var report = await run.RunAsync(cancellationToken);
            var checks = await grid.VerifyAsync(cancellationToken);
            report = report with { Breaches = checks.Checks.Sum(c => c.Breaches) };
            await Console.Out.WriteLineAsync(LoadReportText.Write(report));
            return report.IsWell ? 0 : 1;
        }
        catch (NpgsqlException failure)
        {
            await Console.Error.WriteLineAsync($"the database: {failure.Message}");
            return 1;
        }
    }
}
