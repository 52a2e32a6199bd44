namespace OrleansWallet.LoadTest.Workloads.Push;

/// <summary>
/// Follows the versions that one connection hears: each change once and in order, whether by a
/// message of its own or summed up with others. Written by one thread, read by any.
/// </summary>
internal sealed class FeedVersions
{
    private long _last = -1;
    private long _received;
    private long _coalesced;

    /// <summary>The last version that was heard; -1 before the first balances.</summary>
    public long Last => Interlocked.Read(ref _last);

    /// <summary>Messages about changes.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Changes that came summed up in the message of a later one.</summary>
    public long Coalesced => Interlocked.Read(ref _coalesced);

    /// <summary>The first thing that was not as it must be; null while all is.</summary>
    public string? Breach { get; private set; }

    public void TakeInitial(long version)
    {
        if (Last >= 0)
        {
            Breach ??= $"all balances were sent again at version {version}, after {Last}";
        }

        Interlocked.Exchange(ref _last, version);
    }

    /// <param name="version">Of the change.</param>
    /// <param name="fromVersion">The version before it, when it sums up several.</param>
    public void TakeUpdate(long version, long? fromVersion)
    {
        var last = Last;
        var before = fromVersion ?? version - 1;
        if (last < 0 || before != last || version <= before)
        {
            Breach ??= $"version {version}, which follows {before}, was heard after {last}";
        }

        Interlocked.Add(ref _coalesced, Math.Max(0, version - before - 1));
        Interlocked.Increment(ref _received);
        Interlocked.Exchange(ref _last, version);
    }
}
