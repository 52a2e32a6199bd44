using System.CommandLine;
using System.Globalization;
using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Runs;

/// <summary>The command line: runs seeds, shows progress, shrinks and tells a failure.</summary>
internal static class SimulateCommand
{
    private const int UsageError = 2;

    public static RootCommand Create()
    {
        var seeds = new Option<int>("--seeds")
        {
            Description = "How many seeds to run",
            DefaultValueFactory = _ => 1000,
        };
        var from = new Option<ulong>("--from")
        {
            Description = "The first seed",
            DefaultValueFactory = _ => 1,
        };
        var steps = new Option<int>("--steps")
        {
            Description = "Commands a seed",
            DefaultValueFactory = _ => 5000,
        };
        var faults = new Option<string>("--faults")
        {
            Description = "all, none, or some of: "
                + string.Join(", ", Enum.GetNames<FaultKinds>().Skip(1)),
            DefaultValueFactory = _ => "all",
        };
        var events = new Option<int>("--events")
        {
            Description = "How many of the last events a failure shows",
            DefaultValueFactory = _ => 60,
        };
        var hashes = new Option<bool>("--hashes")
        {
            Description = "Print each seed's trace hash",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Seeds side by side",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var root = new RootCommand("Runs the grid under simulated time and faults, a seed a run")
        {
            seeds, from, steps, faults, events, hashes, threads,
        };
        root.SetAction(parsed =>
        {
            if (!FaultNames.TryParse(parsed.GetValue(faults)!, out var kinds, out var error))
            {
                Console.Error.WriteLine(error);
                return UsageError;
            }

            var first = new SimOptions(
                parsed.GetValue(from), parsed.GetValue(steps), kinds, parsed.GetValue(events));
            return Run(
                first, parsed.GetValue(seeds), parsed.GetValue(hashes), parsed.GetValue(threads));
        });
        return root;
    }

    private static int Run(SimOptions first, int seeds, bool hashes, int threads)
    {
        var runner = new SeedRunner(first, seeds, threads);
        var progress = new RunProgress(seeds, Console.Out, !Console.IsOutputRedirected);
        var results = runner.Run(progress.Report);
        var seconds = progress.Elapsed.TotalSeconds;
        var cpuSeconds = Environment.CpuUsage.TotalTime.TotalSeconds;
        if (hashes)
        {
            foreach (var result in results.OrderBy(r => r.Options.Seed))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Options.Seed} {result.TraceHash:x16}"));
            }
        }

        var failure = results.Where(r => !r.IsClean).OrderBy(r => r.Options.Seed).FirstOrDefault();
        if (failure is not null)
        {
            FailureReport.Write(Shrinker.Shrink(failure), failure);
        }

        var clean = results.Count(r => r.IsClean);
        var commands = results.Sum(r => (long)r.Steps);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{commands / cpuSeconds:N0} commands a CPU second, {seeds - results.Count} seeds not run"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clean} of {seeds} seeds clean, {results.Count / seconds:F1} seeds/s, "
            + $"{commands / seconds:N0} commands/s"));
        return failure is null ? 0 : 1;
    }
}
