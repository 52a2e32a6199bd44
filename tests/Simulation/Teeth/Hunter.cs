using System.Diagnostics;
using System.Globalization;

namespace OrleansWallet.Simulation.Teeth;

/// <summary>Runs the mutated simulation, a process a mutation, until a seed fails.</summary>
internal sealed class Hunter(string executable, int seeds, int steps, TimeSpan timeout)
{
    /// <param name="mutations">Null stands for none.</param>
    /// <param name="sideBySide">How many processes at once.</param>
    /// <param name="bitten">Heard after each.</param>
    public IReadOnlyList<Bite> Hunt(
        IEnumerable<Mutation?> mutations, int sideBySide, Action<Bite> bitten)
    {
        var bites = new List<Bite>();
        Parallel.ForEach(
            mutations, new ParallelOptions { MaxDegreeOfParallelism = sideBySide }, mutation =>
            {
                var bite = Hunt(mutation);
                lock (bites)
                {
                    bites.Add(bite);
                    bitten(bite);
                }
            });
        return [.. bites.OrderBy(b => b.Mutation?.Name, StringComparer.Ordinal)];
    }

    private Bite Hunt(Mutation? mutation)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                executable, "hunt",
                "--seeds", seeds.ToString(CultureInfo.InvariantCulture),
                "--steps", steps.ToString(CultureInfo.InvariantCulture),
            },
            RedirectStandardOutput = true,
            // What exactly broke is for whoever hunts one by hand.
            RedirectStandardError = true,
        };
        start.Environment[MutantCopy.Switch] = mutation?.Name ?? "";
        // Many short processes beside each other.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        using var process = Process.Start(start)!;
        using var alarm = new Timer(_ => process.Kill(), null, timeout, Timeout.InfiniteTimeSpan);
        process.BeginErrorReadLine();
        var line = process.StandardOutput.ReadLine();
        process.WaitForExit();
        return process.ExitCode == (line is null ? 0 : 1)
            ? Bite.Of(mutation, line)
            : new Bite(mutation, null, "its process ended before the seeds did");
    }
}
