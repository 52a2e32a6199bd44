using System.Collections.Concurrent;

namespace OrleansWallet.Chaos;

/// <summary>What the grid did that it must never do. Thread-safe.</summary>
public sealed class Faults
{
    private const int KeptMax = 50;

    private readonly ConcurrentQueue<string> _found = new();
    private int _count;

    public bool Any => Volatile.Read(ref _count) > 0;

    /// <summary>All that were found, also those beyond the ones kept.</summary>
    public int Count => Volatile.Read(ref _count);

    public IReadOnlyCollection<string> Found => _found;

    public void Add(string fault)
    {
        if (Interlocked.Increment(ref _count) <= KeptMax)
        {
            _found.Enqueue(fault);
        }
    }
}
