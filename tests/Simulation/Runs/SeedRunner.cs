namespace OrleansWallet.Simulation.Runs;

/// <summary>Runs seeds side by side, each on one thread of its own; stops at the first failure.</summary>
internal sealed class SeedRunner(
    SimOptions first, int seeds, int threads)
{
    private readonly List<SimResult> _results = [];
    private int _next;
    private bool _failed;

    public IReadOnlyList<SimResult> Run(Action<int> progress)
    {
        var running = new Thread[Math.Max(1, threads)];
        for (var i = 0; i < running.Length; i++)
        {
            running[i] = new Thread(() => RunSeeds(progress));
            running[i].Start();
        }

        foreach (var thread in running)
        {
            thread.Join();
        }

        return _results;
    }

    private void RunSeeds(Action<int> progress)
    {
        while (!Volatile.Read(ref _failed) && Interlocked.Increment(ref _next) is var n && n <= seeds)
        {
            var result = new World(first with { Seed = first.Seed + (ulong)n - 1 }).Run();
            lock (_results)
            {
                _results.Add(result);
                _failed |= !result.IsClean;
                progress(_results.Count);
            }
        }
    }
}
