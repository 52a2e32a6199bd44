namespace OrleansWallet.LoadTest.Replay.Verification;

/// <summary>What the grid holds otherwise than the file says: all counted, some kept. Thread-safe.</summary>
internal sealed class Mismatches
{
    /// <summary>How many are kept to be shown.</summary>
    public const int KeptMax = 10;

    private readonly Lock _lock = new();
    private readonly List<string> _kept = [];
    private long _count;

    public long Count => Volatile.Read(ref _count);

    /// <summary>The first ones that were found.</summary>
    public IReadOnlyList<string> Kept
    {
        get
        {
            lock (_lock)
            {
                return [.. _kept];
            }
        }
    }

    public void Add(string what)
    {
        lock (_lock)
        {
            _count++;
            if (_kept.Count < KeptMax)
            {
                _kept.Add(what);
            }
        }
    }
}
