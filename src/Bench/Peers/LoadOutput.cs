using System.Text.Json;
using OrleansWallet.Bench.Measuring;

namespace OrleansWallet.Bench.Peers;

/// <summary>Reads the JSON of the load tester.</summary>
internal static class LoadOutput
{
    private const double MicrosecondsPerMs = 1000;

    /// <exception cref="BenchFailedException">It is no report, or the run was not well.</exception>
    public static Sample Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var report = document.RootElement;
            if (!report.GetProperty("ok").GetBoolean())
            {
                throw new BenchFailedException($"the load tester found the run not well: {json}");
            }

            var rate = report.GetProperty("per_second").GetDouble();
            // Closed loop: by Little's law the callers under way give the mean.
            var mean = 1000 * report.GetProperty("callers").GetInt32() / rate;
            return new Sample(rate, mean, Latency(report, "p50"), Latency(report, "p99"));
        }
        catch (Exception failure) when (failure
            is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BenchFailedException($"no report of the load tester: {json}");
        }
    }

    private static double? Latency(JsonElement report, string quantile) =>
        report.TryGetProperty("latency_us", out var latency)
        && latency.TryGetProperty(quantile, out var value)
            ? value.GetDouble() / MicrosecondsPerMs
            : null;
}
