using System.Globalization;
using OrleansWallet.Import;
using Spectre.Console;

namespace OrleansWallet.Server.Imports;

/// <summary>Shows an import while it goes on: bars on a terminal, else a line at times.</summary>
internal static class ImportProgressBars
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns when the work has ended, however it did.</summary>
    public static Task Show(IAnsiConsole console, ImportProgress progress, Task work) =>
        console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bars = new Dictionary<ImportPhase, ProgressTask>();
                while (!work.IsCompleted)
                {
                    await Task.WhenAny(work, Task.Delay(_interval));
                    Update(context, bars, progress);
                }
            });

    private static void Update(
        ProgressContext context, Dictionary<ImportPhase, ProgressTask> bars,
        ImportProgress progress)
    {
        var phase = progress.Phase;
        foreach (var earlier in bars.Where(b => b.Key < phase))
        {
            earlier.Value.Value = earlier.Value.MaxValue;
        }

        if (phase == ImportPhase.Starting)
        {
            return;
        }

        if (!bars.TryGetValue(phase, out var bar))
        {
            bars[phase] = bar = context.AddTask(phase.ToString(), maxValue: 1);
        }

        bar.MaxValue = Math.Max(1, progress.Total);
        bar.Value = progress.Done;
        bar.IsIndeterminate = phase == ImportPhase.Checking;
        bar.Description = Describe(phase, progress);
    }

    private static string Describe(ImportPhase phase, ImportProgress progress) => phase switch
    {
        ImportPhase.Reading => string.Create(
            CultureInfo.InvariantCulture,
            $"reading: {progress.Rows:N0} rows, {progress.Rejected:N0} rejected"),
        ImportPhase.Crediting => string.Create(
            CultureInfo.InvariantCulture,
            $"crediting: {progress.Done:N0} of {progress.Total:N0} balances, "
            + $"{progress.Retries:N0} retries"),
        _ => "checking the totals",
    };
}
