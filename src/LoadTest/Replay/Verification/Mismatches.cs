namespace OrleansWallet.LoadTest.Replay.Verification;

/// <summary>
/// What the grid holds otherwise than the file says: all of it counted, some kept. Thread-safe.
/// </summary>
internal sealed class Mismatches
{
    /// <summary>How many are kept to be shown.</summary>
    public const int KeptMax = 10;

    /// <summary>How many of one wallet: what follows is often of the same cause.</summary>
    public const int KeptOfWalletMax = 3;

    private readonly Lock _lock = new();
    private readonly List<(string WalletId, string What)> _kept = [];
    private long _count;

    public long Count => Volatile.Read(ref _count);

    /// <summary>The first ones that were found.</summary>
    public IReadOnlyList<string> Kept
    {
        get
        {
            lock (_lock)
            {
                return [.. _kept.Select(kept => $"{kept.WalletId}: {kept.What}")];
            }
        }
    }

    public void Add(string walletId, string what)
    {
        lock (_lock)
        {
            _count++;
            if (_kept.Count < KeptMax
                && _kept.Count(kept => kept.WalletId == walletId) < KeptOfWalletMax)
            {
                _kept.Add((walletId, what));
            }
        }
    }
}
