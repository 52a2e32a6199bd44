using System.CommandLine;
using OrleansWallet.LoadTest.Databases;

namespace OrleansWallet.LoadTest.Growth;

/// <summary>The command line of a grown journal.</summary>
internal static class GrowthCommand
{
    private const int WalletsMin = 1000;

    public static Command Create()
    {
        var database = new DatabaseOption();
        var entries = CommandOptions.Number("--entries", 10_000, "Entries to fill the journal with");
        var wallets = CommandOptions.Number(
            "--wallets", 10_000, $"Wallets to spread them over, {WalletsMin} or more");
        var activations = CommandOptions.Number(
            "--activations", 50_000, "Wallets brought into memory, at most");
        var callers = CommandOptions.Number("--callers", 1000, "Operations under way at once");
        var seconds = CommandOptions.Number("--seconds", 10, "Seconds of each workload");
        var checkpoints = CommandOptions.Number(
            "--checkpoints", 2, "Checkpoints of PostgreSQL during each workload");
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead" };
        wallets.Validators.Add(result => CommandOptions.Require(
            result, result.GetValue(wallets) >= WalletsMin, $"--wallets is below {WalletsMin}"));
        var command = new Command(
            "growth", "Speed, memory and space with a journal of so many entries and wallets")
        {
            entries, wallets, activations, callers, seconds, checkpoints, json,
        };
        database.AddTo(command);
        command.SetAction((parsed, cancellationToken) => DatabaseOption.PrintAsync(RunAsync(
            new GrowthOptions(
                database.Read(parsed),
                parsed.GetValue(entries),
                parsed.GetValue(wallets),
                parsed.GetValue(activations),
                parsed.GetValue(callers),
                TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                parsed.GetValue(checkpoints),
                parsed.GetValue(json)),
            cancellationToken)));
        return command;
    }

    private static async Task<string> RunAsync(
        GrowthOptions options, CancellationToken cancellationToken) =>
        (await new GrowthRun(options, TimeProvider.System).RunAsync(cancellationToken)).Write();
}
