using System.Text.Json.Nodes;

namespace OrleansWallet.Bench.Results;

/// <summary>The rows for machines: <c>{"rows":[{name, value, peer, ratio, goal, met}]}</c>.</summary>
internal static class BenchJson
{
    private const int Digits = 4;

    public static string Write(IEnumerable<BenchRow> rows) => new JsonObject
    {
        ["rows"] = new JsonArray([.. rows.Select(ToNode)]),
    }.ToJsonString();

    private static JsonObject ToNode(BenchRow row) => new()
    {
        ["name"] = row.Name,
        ["value"] = Round(row.Value),
        ["peer"] = Round(row.Peer),
        ["ratio"] = Round(row.Ratio),
        ["goal"] = row.Goal?.Value,
        ["met"] = row.Met,
    };

    private static double? Round(double? value) =>
        value is { } known ? Math.Round(known, Digits) : null;
}
