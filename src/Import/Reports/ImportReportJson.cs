using System.Text.Json;
using OrleansWallet.Import.Rows;

namespace OrleansWallet.Import.Reports;

/// <summary>Writes a report for machines: one JSON object; its names stay as they are.</summary>
public static class ImportReportJson
{
    private static readonly JsonWriterOptions _indented = new() { Indented = true };

    /// <summary>Writes all of it, whatever its size, without holding it in memory.</summary>
    public static void Write(ImportReport report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, _indented);
        json.WriteStartObject();
        json.WriteBoolean("ok", report.IsWell);
        json.WriteBoolean("dry_run", report.IsDryRun);
        json.WritePropertyName("errors");
        JsonSerializer.Serialize(json, report.Errors, ReportJsonOptions.Row);
        json.WriteString("started_at", report.StartedAt.UtcDateTime);
        json.WriteNumber("seconds", Math.Round(report.Elapsed.TotalSeconds, 3));
        json.WriteNumber("users", report.Users);
        json.WriteStartObject("commands");
        json.WriteNumber("done", report.CommandsDone);
        json.WriteNumber("replayed", report.CommandsReplayed);
        json.WriteNumber("failed", report.CommandsFailed);
        json.WriteEndObject();
        json.WritePropertyName("collections");
        JsonSerializer.Serialize(json, report.Collections, ReportJsonOptions.Row);
        WriteTotals(json, report);
        WriteAccounts(json, report);
        json.WritePropertyName("rejected_by_reason");
        JsonSerializer.Serialize(
            json,
            report.Logs.RejectedByReason.OrderBy(r => r.Key).ToDictionary(
                r => JsonNamingPolicy.SnakeCaseLower.ConvertName(r.Key.ToString()), r => r.Value),
            ReportJsonOptions.Row);
        WriteRows(json, report.Logs);
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteStartArray("totals");
        foreach (var total in report.Totals)
        {
            json.WriteStartObject();
            json.WriteString("collection", total.Collection);
            json.WriteString("account", total.Account);
            json.WriteString("currency", total.Currency);
            WriteSums(json, total.Before, total.After, total.Rejected, total.Residue);
            json.WriteString("difference", total.Difference.ToString());
            json.WriteString("locked", total.Locked.ToString());
            json.WriteString("held", total.Held.ToString());
            json.WriteBoolean("matches", total.IsMatching);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAccounts(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteStartArray("accounts");
        foreach (var line in report.Accounts)
        {
            json.WriteStartObject();
            json.WriteString("account", line.Account);
            json.WriteString("currency", line.Currency);
            WriteSums(json, line.Before, line.After, line.Rejected, line.Residue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSums(
        Utf8JsonWriter json, ExactDecimal before, ExactDecimal after, ExactDecimal rejected,
        ExactDecimal residue)
    {
        json.WriteString("before", before.ToString());
        json.WriteString("after", after.ToString());
        json.WriteString("rejected", rejected.ToString());
        json.WriteString("residue", residue.ToString());
    }

    private static void WriteRows(Utf8JsonWriter json, RowLogs logs)
    {
        json.WritePropertyName("failed");
        logs.Failed.WriteTo(json);
        json.WritePropertyName("rejected");
        logs.Rejected.WriteTo(json);
        json.WritePropertyName("rounded");
        logs.Rounded.WriteTo(json);
        json.WritePropertyName("summed");
        logs.Summed.WriteTo(json);
    }
}
