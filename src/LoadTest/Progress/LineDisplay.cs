using System.Globalization;

namespace OrleansWallet.LoadTest.Progress;

/// <summary>A plain line every two seconds: for logs and pipes.</summary>
internal sealed class LineDisplay(TextWriter output, TimeProvider time) : IProgressDisplay
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    public async Task ShowAsync(Task work, Func<ProgressFacts> read)
    {
        var rate = new RateMeter(time);
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(_interval, time));
            var facts = read();
            await output.WriteLineAsync(Line(facts, rate.Read(facts.Done)));
        }

        await work;
    }

    private static string Line(ProgressFacts facts, double perSecond)
    {
        var details = string.Concat(facts.Details.Select(d => $", {d.Name} {d.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{facts.Part}: {facts.Done} of {facts.Total} {facts.Unit}, "
            + $"{perSecond:0} {facts.Unit}/s{details}");
    }
}
