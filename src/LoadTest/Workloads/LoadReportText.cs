using System.Globalization;
using OrleansWallet.LoadTest.Histograms;
using OrleansWallet.LoadTest.Replay;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Writes a report for people: plain lines, one fact each.</summary>
internal static class LoadReportText
{
    public static string Write(LoadReport report)
    {
        var options = report.Options;
        var loop = options.Rate is { } rate ? $"{rate} a second" : "closed loop";
        var without = options.Target == "grains" ? "without the database" : "of this tool alone";
        List<string> lines =
        [
            Text($"workload      {options.Name}, {options.Callers} callers, {loop}"),
            Text($"target        {options.Root?.ToString() ?? options.Target}"),
            Text($"{report.Unit,-13} {report.Done} in {report.Took.TotalSeconds:0.00} s"),
            Text($"{report.Unit + "/s",-13} {report.PerSecond:0}"),
            Text($"failed        {report.Failed}"),
            Text($"latency       {Latency(report.Latency)}"),
        ];
        if (report.Latency != report.Calls)
        {
            lines.Add(Text($"calls         {Latency(report.Calls)}"));
        }

        lines.AddRange(report.Parts.Select(
            part => Text($"  {part.Part,-11} {Latency(part.Latency)} ({part.Latency.Count})")));
        lines.Add(Text($"processor     {report.CpuMicroseconds:0.0} µs each, {without}"));
        lines.AddRange(report.Facts.Select(
            fact => Text($"{fact.Name.Replace('_', ' '),-13} {fact.Value}")));
        lines.Add("verification  " + Verification(report));
        lines.AddRange(report.Checks?.First.Select(text => $"breach        {text}") ?? []);
        lines.AddRange(report.Refusals.Select(text => $"refusal       {text}"));
        return string.Join('\n', lines);
    }

    private static string Verification(LoadReport report) => report.Checks switch
    {
        null => "not done",
        { Breaches: 0, Wallets: { } wallets } =>
            Text($"all well: the balances of {wallets} wallets are what was acknowledged"),
        { Breaches: 0 } => "all well",
        { Breaches: var breaches } => Text($"{breaches} breaches"),
    };

    private static string Latency(LatencyHistogram latency) =>
        string.Join(", ", ReplayReportNames.Quantiles.Select(q =>
            Text($"{q.Name} {latency.MicrosecondsAt(q.Value) / 1000.0:0.00} ms")));

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
