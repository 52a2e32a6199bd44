using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Runs;

/// <summary>The command line: runs seeds, shows progress, shrinks and tells a failure.</summary>
internal static class SimulateCommand
{
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
            seeds, from, steps, faults, hashes, threads,
        };
        root.SetAction(parsed => Run(
            parsed.GetValue(from), parsed.GetValue(seeds), parsed.GetValue(steps),
            ParseFaults(parsed.GetValue(faults)!), parsed.GetValue(hashes),
            parsed.GetValue(threads)));
        return root;
    }

    public static FaultKinds ParseFaults(string text) =>
        Enum.Parse<FaultKinds>(text, ignoreCase: true);

    private static int Run(
        ulong from, int seeds, int steps, FaultKinds faults, bool hashes, int threads)
    {
        var runner = new SeedRunner(from, seeds, steps, faults, threads);
        var watch = Stopwatch.StartNew();
        var results = runner.Run(done => Progress(done, seeds, watch));
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
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clean} of {seeds} seeds clean, {results.Count / seconds:F1} seeds/s, "
            + $"{commands / seconds:N0} commands/s"));
        return failure is null ? 0 : 1;
    }

    private static void Progress(int done, int seeds, Stopwatch watch)
    {
        if (!Console.IsOutputRedirected)
        {
            Console.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"\r{done} of {seeds} seeds, {done / watch.Elapsed.TotalSeconds:F1}/s "));
            if (done == seeds)
            {
                Console.WriteLine();
            }
        }
    }
}
