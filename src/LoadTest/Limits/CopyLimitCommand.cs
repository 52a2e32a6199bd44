using System.CommandLine;
using OrleansWallet.LoadTest.Databases;

namespace OrleansWallet.LoadTest.Limits;

/// <summary>The command line of the bare limit.</summary>
internal static class CopyLimitCommand
{
    public static Command Create()
    {
        var database = new DatabaseOption();
        var rows = CommandOptions.Number("--rows", 400_000, "Entries, each with its key, at most");
        var batch = CommandOptions.Number("--batch", 1000, "Entries a transaction");
        var connections = CommandOptions.Number("--connections", 1, "Connections at once");
        var warmUp = CommandOptions.Number(
            "--warm-up", 3, "Seconds in which the same rows are copied and not measured");
        var seconds = CommandOptions.Number("--seconds", 10, "Seconds that are measured, at most");
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead" };
        var command = new Command(
            "copy-limit", "The bare limit: COPY of the hot wallet's rows into the journal's tables")
        {
            rows, batch, connections, warmUp, seconds, json,
        };
        database.AddTo(command);
        command.SetAction((parsed, cancellationToken) => DatabaseOption.PrintAsync(RunAsync(
            new CopyLimitOptions(
                database.Read(parsed),
                parsed.GetValue(rows),
                parsed.GetValue(batch),
                parsed.GetValue(connections),
                TimeSpan.FromSeconds(parsed.GetValue(warmUp)),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(json)),
            cancellationToken)));
        return command;
    }

    private static async Task<string> RunAsync(
        CopyLimitOptions options, CancellationToken cancellationToken)
    {
        await using var database = await ScratchDatabase.CreateAsync(
            options.ConnectionString, cancellationToken);
        var limit = new CopyLimit(options, database.Source, TimeProvider.System);
        return (await limit.RunAsync(cancellationToken)).Write();
    }
}
