using System.Globalization;
using OrleansWallet.LoadTest.Histograms;
using OrleansWallet.LoadTest.Progress;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Keeps callers busy with a workload for a while and counts what came of it.</summary>
/// <remarks>
/// Closed loop: each caller begins its next operation when it has its answer. Open loop: each
/// operation has its moment, and its latency counts from then, however late a caller gets to it.
/// </remarks>
internal sealed class LoadRun(
    IWorkload workload, LoadOptions options, IProgressDisplay display, TimeProvider time)
{
    private LoadCounts _counts = new();
    private long _number;

    public async Task<LoadReport> RunAsync(CancellationToken cancellationToken)
    {
        await workload.PrepareAsync(cancellationToken);
        await PartAsync("warming up", options.WarmUp, cancellationToken);
        workload.BeginMeasuring();
        _counts = new LoadCounts();
        var cpuBefore = Environment.CpuUsage.TotalTime;
        var began = time.GetTimestamp();
        await PartAsync("measuring", options.Duration, cancellationToken);
        var took = time.GetElapsedTime(began);
        var cpu = Environment.CpuUsage.TotalTime - cpuBefore;
        var findings = await workload.FinishAsync(cancellationToken);
        return new LoadReport(
            options, workload.Unit, _counts.Done, _counts.Failed, took, cpu,
            workload.Latency ?? _counts.Latency)
        {
            Calls = _counts.Latency,
            Parts = [.. _counts.Parts.OrderBy(p => p.Key).Select(p => (p.Key, p.Value))],
            Facts = workload.Facts,
            Findings = findings,
        };
    }

    private Task PartAsync(string part, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (duration <= TimeSpan.Zero)
        {
            return Task.CompletedTask;
        }

        var counts = _counts;
        var began = time.GetTimestamp();
        var first = Interlocked.Read(ref _number);
        var callers = Task.WhenAll(Enumerable.Range(0, options.Callers).Select(
            _ => Task.Run(
                () => options.Rate is { } rate
                    ? OpenAsync(began, first, rate, duration, counts, cancellationToken)
                    : ClosedAsync(began, duration, counts, cancellationToken),
                cancellationToken)));
        return display.ShowAsync(callers, () => new ProgressFacts(
            part, workload.Unit, counts.Done, counts.Done + counts.Failed,
            [
                ("p50", Milliseconds(workload.Latency ?? counts.Latency, 0.5)),
                ("p99", Milliseconds(workload.Latency ?? counts.Latency, 0.99)),
            ]));
    }

    private async Task ClosedAsync(
        long began, TimeSpan duration, LoadCounts counts, CancellationToken cancellationToken)
    {
        while (time.GetElapsedTime(began) < duration)
        {
            var start = time.GetTimestamp();
            var outcome = await workload.RunAsync(
                Interlocked.Increment(ref _number), cancellationToken);
            counts.Add(outcome, time.GetElapsedTime(start));
        }
    }

    private async Task OpenAsync(
        long began, long first, int rate, TimeSpan duration, LoadCounts counts,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var number = Interlocked.Increment(ref _number);
            var due = TimeSpan.FromSeconds((number - first - 1) / (double)rate);
            if (due >= duration)
            {
                return;
            }

            var early = due - time.GetElapsedTime(began);
            if (early > TimeSpan.Zero)
            {
                await Task.Delay(early, time, cancellationToken);
            }

            var outcome = await workload.RunAsync(number, cancellationToken);
            counts.Add(outcome, time.GetElapsedTime(began) - due);
        }
    }

    private static string Milliseconds(LatencyHistogram latency, double quantile) => string.Create(
        CultureInfo.InvariantCulture, $"{latency.MicrosecondsAt(quantile) / 1000.0:0.00} ms");
}
