using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Runs;

/// <summary>Makes a failing run smaller: fewer steps, fewer kinds of fault, the same breach.</summary>
internal static class Shrinker
{
    private const int TriesMax = 60;

    public static SimResult Shrink(SimResult failure) => Shrink(failure, OnThread);

    /// <param name="failure">What to make smaller.</param>
    /// <param name="run">Runs the same thing with other options.</param>
    public static SimResult Shrink(SimResult failure, Func<SimOptions, SimResult> run)
    {
        var best = failure;
        var tries = 0;
        bool Try(SimOptions options)
        {
            if (tries++ >= TriesMax)
            {
                return false;
            }

            var result = run(options);
            if (result.IsClean || result.Invariant != failure.Invariant)
            {
                return false;
            }

            best = result;
            return true;
        }

        Try(best.Options with { Steps = best.Steps });
        foreach (var kind in FaultNames.Single)
        {
            if (best.Options.Faults.HasFlag(kind))
            {
                Try(best.Options with { Faults = best.Options.Faults & ~kind });
            }
        }

        // How a seed goes on depends on its steps in blocks only through their number left, so
        // halving finds a short one where there is one.
        while (best.Options.Steps > 1
            && (Try(best.Options with { Steps = best.Options.Steps / 2 })
                || Try(best.Options with { Steps = best.Options.Steps * 3 / 4 })))
        {
        }

        return best;
    }

    // A world belongs to the thread that makes it.
    private static SimResult OnThread(SimOptions options)
    {
        SimResult? result = null;
        var thread = new Thread(() => result = new World(options).Run());
        thread.Start();
        thread.Join();
        return result!;
    }
}
