using System.CommandLine;
using Npgsql;

namespace OrleansWallet.LoadTest.Growth;

/// <summary>The command line of a grown journal.</summary>
internal static class GrowthCommand
{
    private const string DatabaseVariable = "ConnectionStrings__Wallet";
    private const int WalletsMin = 1000;

    public static Command Create()
    {
        var database = new Option<string?>("--database")
        {
            Description =
                $"Connection string of a PostgreSQL server; {DatabaseVariable} by default. "
                + "A database is made there and dropped again",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable(DatabaseVariable),
        };
        var entries = CommandOptions.Number("--entries", 10_000, "Entries to fill the journal with");
        var wallets = CommandOptions.Number(
            "--wallets", 10_000, $"Wallets to spread them over, {WalletsMin} or more");
        var activations = CommandOptions.Number(
            "--activations", 50_000, "Wallets brought into memory, at most");
        var callers = CommandOptions.Number("--callers", 1000, "Operations under way at once");
        var seconds = CommandOptions.Number("--seconds", 10, "Seconds of each workload");
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead" };
        database.Validators.Add(result => CommandOptions.Require(
            result, !string.IsNullOrEmpty(result.GetValue(database)),
            $"name a server by --database or {DatabaseVariable}"));
        wallets.Validators.Add(result => CommandOptions.Require(
            result, result.GetValue(wallets) >= WalletsMin, $"--wallets is below {WalletsMin}"));
        var command = new Command(
            "growth", "Speed, memory and space with a journal of so many entries and wallets")
        {
            database, entries, wallets, activations, callers, seconds, json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new GrowthOptions(
                parsed.GetRequiredValue(database)!,
                parsed.GetValue(entries),
                parsed.GetValue(wallets),
                parsed.GetValue(activations),
                parsed.GetValue(callers),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(json)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        GrowthOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var report = await new GrowthRun(options, TimeProvider.System)
                .RunAsync(cancellationToken);
            await Console.Out.WriteLineAsync(report.Write());
            return 0;
        }
        catch (NpgsqlException failure)
        {
            await Console.Error.WriteLineAsync($"the database: {failure.Message}");
            return 1;
        }
    }
}
