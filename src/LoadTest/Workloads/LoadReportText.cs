using System.Globalization;
using System.Text.Json.Nodes;
using OrleansWallet.LoadTest.Replay;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Writes a report, for people or for machines.</summary>
internal static class LoadReportText
{
    public static string Write(LoadReport report) =>
        report.Options.Json ? WriteJson(report) : WriteLines(report);

    private static string WriteLines(LoadReport report)
    {
        var loop = report.Options.Rate is { } rate ? $"{rate} a second" : "closed loop";
        var latency = string.Join(", ", ReplayReportNames.Quantiles.Select(q =>
            Text($"{q.Name} {report.Latency.MicrosecondsAt(q.Value) / 1000.0:0.00} ms")));
        string[] lines =
        [
            Text($"workload      {report.Options.Name}, {report.Options.Callers} callers, {loop}"),
            Text($"{report.Unit,-13} {report.Done} in {report.Took.TotalSeconds:0.00} s"),
            Text($"{report.Unit + "/s",-13} {report.PerSecond:0}"),
            Text($"failed        {report.Failed}"),
            Text($"latency       {latency}"),
            Text($"processor     {report.CpuMicroseconds:0.0} µs each, without the database"),
            "verification  " + (report.Breaches switch
            {
                null => "not done",
                0 => "all well",
                var breaches => Text($"{breaches} breaches"),
            }),
        ];
        return string.Join('\n', lines);
    }

    private static string WriteJson(LoadReport report)
    {
        var latency = new JsonObject();
        foreach (var (name, quantile) in ReplayReportNames.Quantiles)
        {
            latency[name] = report.Latency.MicrosecondsAt(quantile);
        }

        return new JsonObject
        {
            ["workload"] = report.Options.Name,
            ["ok"] = report.IsWell,
            ["unit"] = report.Unit,
            ["callers"] = report.Options.Callers,
            ["rate"] = report.Options.Rate,
            ["wallets"] = report.Options.Wallets,
            ["zipf"] = report.Options.Zipf,
            ["done"] = report.Done,
            ["failed"] = report.Failed,
            ["seconds"] = Math.Round(report.Took.TotalSeconds, 3),
            ["per_second"] = Math.Round(report.PerSecond, 1),
            ["cpu_us_each"] = Math.Round(report.CpuMicroseconds, 1),
            ["latency_us"] = latency,
            ["breaches"] = report.Breaches,
        }.ToJsonString();
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
