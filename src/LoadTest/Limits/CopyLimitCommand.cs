using System.CommandLine;
using Npgsql;

namespace OrleansWallet.LoadTest.Limits;

/// <summary>The command line of the bare limit.</summary>
internal static class CopyLimitCommand
{
    private const string DatabaseVariable = "ConnectionStrings__Wallet";

    public static Command Create()
    {
        var database = new Option<string?>("--database")
        {
            Description =
                $"Connection string of a PostgreSQL server; {DatabaseVariable} by default. "
                + "A database is made there and dropped again",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable(DatabaseVariable),
        };
        var rows = CommandOptions.Number("--rows", 400_000, "Entries, each with its key, at most");
        var batch = CommandOptions.Number("--batch", 1000, "Entries a transaction");
        var connections = CommandOptions.Number("--connections", 1, "Connections at once");
        var seconds = CommandOptions.Number("--seconds", 10, "Seconds that are measured, at most");
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead" };
        database.Validators.Add(result => CommandOptions.Require(
            result, !string.IsNullOrEmpty(result.GetValue(database)),
            $"name a server by --database or {DatabaseVariable}"));
        var command = new Command(
            "copy-limit", "The bare limit: COPY of the hot wallet's rows into the journal's tables")
        {
            database, rows, batch, connections, seconds, json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new CopyLimitOptions(
                parsed.GetRequiredValue(database)!,
                parsed.GetValue(rows),
                parsed.GetValue(batch),
                parsed.GetValue(connections),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(json)),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CopyLimitOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await ScratchDatabase.CreateAsync(
                options.ConnectionString, cancellationToken);
            var limit = new CopyLimit(options, database.Source, TimeProvider.System);
            await Console.Out.WriteLineAsync((await limit.RunAsync(cancellationToken)).Write());
            return 0;
        }
        catch (NpgsqlException failure)
        {
            await Console.Error.WriteLineAsync($"the database: {failure.Message}");
            return 1;
        }
    }
}
