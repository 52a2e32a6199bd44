using System.Text;
using System.Text.Json;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>Writes a report for machines: one JSON object; its names stay as they are.</summary>
internal static class ReplayReportJson
{
    private static readonly JsonWriterOptions _indented = new() { Indented = true };

    public static string Write(ReplayReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, _indented))
        {
            json.WriteStartObject();
            WriteRun(json, report);
            WriteRetries(json, report);
            WriteLatency(json, report);
            WriteVerification(json, report);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteRun(Utf8JsonWriter json, ReplayReport report)
    {
        json.WriteString("workload", "replay");
        json.WriteBoolean("ok", report.IsWell);
        json.WriteString("error", report.Error);
        json.WriteString("file", Path.GetFileName(report.File));
        json.WriteNumber("wallets", report.Wallets);
        json.WriteNumber("rows", report.Rows);
        json.WriteNumber("rows_total", report.RowsTotal);
        json.WriteNumber("seconds", Math.Round(report.Posting.TotalSeconds, 3));
        json.WriteNumber("rows_per_second", Math.Round(report.RowsPerSecond, 1));
        json.WriteNumber("replayed", report.Replayed);
        json.WriteNumber("transfers_in_progress", report.InProgress);
        json.WriteNumber("client_cpu_us_per_row", Math.Round(report.ClientCpuMicrosecondsPerRow, 1));
    }

    private static void WriteRetries(Utf8JsonWriter json, ReplayReport report)
    {
        json.WriteStartObject("retries");
        foreach (var (kind, count) in report.Retries)
        {
            json.WriteNumber(ReplayReportNames.Of(kind), count);
        }

        json.WriteEndObject();
    }

    private static void WriteLatency(Utf8JsonWriter json, ReplayReport report)
    {
        json.WriteStartObject("latency_us");
        foreach (var (name, quantile) in ReplayReportNames.Quantiles)
        {
            json.WriteNumber(name, report.Latency.MicrosecondsAt(quantile));
        }

        json.WriteEndObject();
    }

    private static void WriteVerification(Utf8JsonWriter json, ReplayReport report)
    {
        json.WriteStartObject("verification");
        json.WriteBoolean("done", report.Verified is not null);
        json.WriteNumber("wallets", report.Verified?.Wallets ?? 0);
        json.WriteNumber("entries", report.Verified?.Entries ?? 0);
        json.WriteNumber("seconds", Math.Round(report.Verified?.Took.TotalSeconds ?? 0, 3));
        json.WriteNumber("mismatches", report.Mismatches);
        json.WriteStartArray("first_mismatches");
        foreach (var mismatch in report.FirstMismatches)
        {
            json.WriteStringValue(mismatch);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
