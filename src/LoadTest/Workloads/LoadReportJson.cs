using System.Text.Json.Nodes;
using OrleansWallet.LoadTest.Histograms;
using OrleansWallet.LoadTest.Replay;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Writes a report for machines: one JSON object; its names stay as they are.</summary>
internal static class LoadReportJson
{
    public static string Write(LoadReport report)
    {
        var json = new JsonObject
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
            ["latency_us"] = Latency(report.Latency),
            ["breaches"] = report.Breaches,
            ["target"] = report.Options.Target,
            ["calls"] = report.Calls.Count,
            ["call_latency_us"] = Latency(report.Calls),
            ["baseline"] = report.Options.Baseline,
            ["spread"] = report.Options.Spread,
            ["checked_wallets"] = report.Checks?.Wallets,
            ["first_breaches"] = Texts(report.Checks?.First ?? []),
            ["first_refusals"] = Texts(report.Refusals),
        };
        foreach (var (name, value) in report.Facts)
        {
            json[name] = value;
        }

        if (report.Parts.Count > 0)
        {
            json["parts"] = Parts(report);
        }

        return json.ToJsonString();
    }

    private static JsonObject Parts(LoadReport report)
    {
        var parts = new JsonObject();
        foreach (var (part, latency) in report.Parts)
        {
            parts[part] = new JsonObject
            {
                ["calls"] = latency.Count,
                ["latency_us"] = Latency(latency),
            };
        }

        return parts;
    }

    private static JsonObject Latency(LatencyHistogram latency)
    {
        var json = new JsonObject();
        foreach (var (name, quantile) in ReplayReportNames.Quantiles)
        {
            json[name] = latency.MicrosecondsAt(quantile);
        }

        return json;
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) =>
        [.. texts.Select(text => JsonValue.Create(text))];
}
