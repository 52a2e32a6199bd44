using System.Text.Json;

namespace OrleansWallet.Bench.Growth;

/// <summary>Reads the JSON of the load tester's <c>growth</c>.</summary>
internal static class GrowthOutput
{
    /// <exception cref="BenchFailedException">It is no report.</exception>
    public static GrowthSample Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var report = document.RootElement;
            return new GrowthSample(
                report.GetProperty("start_ms").GetDouble(),
                report.GetProperty("activation_ms").GetDouble(),
                report.GetProperty("wallet_bytes").GetDouble(),
                report.GetProperty("database_bytes_an_entry").GetDouble(),
                report.GetProperty("per_second").EnumerateObject()
                    .ToDictionary(rate => rate.Name, rate => rate.Value.GetDouble()));
        }
        catch (Exception failure) when (failure
            is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BenchFailedException($"no report of a grown journal: {json}");
        }
    }
}
