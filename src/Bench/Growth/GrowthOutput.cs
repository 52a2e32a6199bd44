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
            if (!report.GetProperty("ok").GetBoolean())
            {
                throw new BenchFailedException($"the books of a grown journal are wrong: {json}");
            }

            return new GrowthSample(
                report.GetProperty("start_ms").GetDouble(),
                report.GetProperty("activation_ms").GetDouble(),
                report.GetProperty("wallet_bytes").GetDouble(),
                report.GetProperty("memory_bytes").GetDouble(),
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
