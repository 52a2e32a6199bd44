using System.Globalization;
using OrleansWallet.Simulation.Audit;

namespace OrleansWallet.Simulation.Runs;

/// <summary>Tells a failure: what broke, when, the last events, and how to see it again.</summary>
internal static class FailureReport
{
    public static void Write(SimResult shrunk, SimResult found)
    {
        Console.WriteLine();
        foreach (var line in shrunk.LastEvents)
        {
            Console.WriteLine(line);
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"BROKEN at seed {found.Options.Seed}, step {shrunk.Steps} "
            + $"(found at step {found.Steps} of {found.Options.Steps})"));
        Console.WriteLine(shrunk.Failure is BreachException ? shrunk.Failure.Message : shrunk.Failure!.ToString());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"again: scripts/simulate --from {shrunk.Options.Seed} --seeds 1 "
            + $"--steps {shrunk.Options.Steps} --faults \"{shrunk.Options.Faults}\""));
    }
}
