using System.Globalization;
using System.Text.Json.Nodes;

namespace OrleansWallet.LoadTest.Limits;

/// <summary>What was copied.</summary>
/// <param name="Options">How it was run.</param>
/// <param name="Done">Entries, each with its key.</param>
/// <param name="Took">From the first transaction's start to the last one's end.</param>
internal sealed record CopyLimitReport(CopyLimitOptions Options, long Done, TimeSpan Took)
{
    public double PerSecond => Took > TimeSpan.Zero ? Done / Took.TotalSeconds : 0;

    public string Write() => Options.Json
        ? new JsonObject
        {
            ["workload"] = "copy-limit",
            ["ok"] = Done > 0,
            ["unit"] = "entries",
            ["callers"] = Options.Connections,
            ["batch"] = Options.Batch,
            ["done"] = Done,
            ["seconds"] = Math.Round(Took.TotalSeconds, 3),
            ["per_second"] = Math.Round(PerSecond, 1),
        }.ToJsonString()
        : string.Create(
            CultureInfo.InvariantCulture,
            $"""
            workload      copy-limit, {Options.Connections} connections, {Options.Batch} a commit
            entries       {Done} in {Took.TotalSeconds:0.00} s, each with its key
            entries/s     {PerSecond:0}
            """);
}
