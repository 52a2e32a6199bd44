using System.Globalization;
using OrleansWallet.LoadTest.Histograms;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>Writes a report for people: plain lines, one fact each.</summary>
internal static class ReplayReportText
{
    public static string Write(ReplayReport report)
    {
        var lines = new List<(string Name, FormattableString Text)>
        {
            ("rows", $"{report.Rows} of {report.RowsTotal} in {report.Wallets} wallets"),
            ("seconds", $"{report.Posting.TotalSeconds:0.00}"),
            ("rows/s", $"{report.RowsPerSecond:0}"),
            ("replayed", $"{report.Replayed}"),
            ("in progress", $"{report.InProgress} transfers were under way when first answered"),
            ("retries", $"{Retries(report)}"),
            ("latency", $"{Latency(report.Latency)}"),
            ("client", $"{report.ClientCpuMicrosecondsPerRow:0} µs of processor time a row"),
            ("verification", $"{Verification(report)}"),
        };
        if (report.InProgress == 0)
        {
            lines.RemoveAll(line => line.Name == "in progress");
        }

        lines.AddRange(report.FirstMismatches.Select(
            mismatch => ("mismatch", (FormattableString)$"{mismatch}")));
        if (report.Error is not null)
        {
            lines.Add(("error", $"{report.Error}"));
        }

        return string.Join('\n', lines.Select(line =>
            $"{line.Name,-13} {line.Text.ToString(CultureInfo.InvariantCulture)}"));
    }

    private static string Retries(ReplayReport report)
    {
        var total = report.Retries.Sum(retry => retry.Count);
        var kinds = report.Retries
            .Where(retry => retry.Count > 0)
            .Select(retry => $"{ReplayReportNames.Of(retry.Kind)} {retry.Count}");
        return total == 0 ? "0" : $"{total} ({string.Join(", ", kinds)})";
    }

    private static string Latency(LatencyHistogram latency) =>
        string.Join(", ", ReplayReportNames.Quantiles.Select(quantile => string.Create(
            CultureInfo.InvariantCulture,
            $"{quantile.Name} {latency.MicrosecondsAt(quantile.Value) / 1000.0:0.00} ms")));

    private static string Verification(ReplayReport report) => report switch
    {
        { Mismatches: > 0 } => $"{report.Mismatches} mismatches, the first of them below",
        { Verified: null } => "not done",
        { Verified: var verified } => string.Create(
            CultureInfo.InvariantCulture,
            $"all well: {verified.Wallets} wallets, {verified.Entries} entries, "
            + $"in {verified.Took.TotalSeconds:0.00} s"),
    };
}
