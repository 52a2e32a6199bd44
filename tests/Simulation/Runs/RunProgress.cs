using System.Diagnostics;
using System.Globalization;

namespace OrleansWallet.Simulation.Runs;

/// <summary>Tells how far the seeds are: on a terminal all the time, else a line now and then.</summary>
internal sealed class RunProgress(int seeds, TextWriter output, bool isTerminal)
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan _linePause = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = isTerminal ? TimeSpan.Zero : _linePause;

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Called after each seed, by one thread at a time.</summary>
    public void Report(int done)
    {
        var elapsed = _watch.Elapsed;
        if (elapsed < _next && !(isTerminal && done == seeds))
        {
            return;
        }

        _next = elapsed + (isTerminal ? _pause : _linePause);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{done} of {seeds} seeds, {done / elapsed.TotalSeconds:F1}/s");
        if (isTerminal)
        {
            output.Write($"\r{text} {(done == seeds ? "\n" : "")}");
        }
        else
        {
            output.WriteLine(text);
        }
    }
}
