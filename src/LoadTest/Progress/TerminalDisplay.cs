using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OrleansWallet.LoadTest.Progress;

/// <summary>A panel on the terminal that is drawn again four times a second.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console, TimeProvider time) : IProgressDisplay
{
    private const int BarWidth = 40;

    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(250);

    public async Task ShowAsync(Task work, Func<ProgressFacts> read)
    {
        var rate = new RateMeter(time);
        IRenderable Draw()
        {
            var facts = read();
            return Panel(facts, rate.Read(facts.Done));
        }

        await console.Live(Draw()).StartAsync(async live =>
        {
            while (!work.IsCompleted)
            {
                await Task.WhenAny(work, Task.Delay(_interval, time));
                live.UpdateTarget(Draw());
            }
        });
        await work;
    }

    private static Panel Panel(ProgressFacts facts, double perSecond)
    {
        var grid = new Grid().AddColumn().AddColumn();
        grid.AddRow(facts.Unit, Bar(facts));
        grid.AddRow($"{facts.Unit}/s", Text("N0", perSecond));
        foreach (var (name, value) in facts.Details)
        {
            grid.AddRow(Markup.Escape(name), Markup.Escape(value));
        }

        return new Panel(grid).Header(facts.Part).RoundedBorder();
    }

    private static string Bar(ProgressFacts facts)
    {
        var part = facts.Total == 0 ? 0 : (double)facts.Done / facts.Total;
        var full = (int)(part * BarWidth);
        var bar = $"[green]{new string('━', full)}[/][grey]{new string('━', BarWidth - full)}[/]";
        return $"{bar} {Text("N0", facts.Done)} of {Text("N0", facts.Total)}";
    }

    private static string Text(string format, double value) =>
        value.ToString(format, CultureInfo.InvariantCulture);
}
