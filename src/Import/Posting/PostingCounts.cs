namespace OrleansWallet.Import.Posting;

/// <summary>What became of the commands. Thread-safe.</summary>
public sealed class PostingCounts
{
    private long _done;
    private long _replayed;
    private long _failed;

    /// <summary>Commands that took effect in this run.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Commands that an earlier run had done.</summary>
    public long Replayed => Interlocked.Read(ref _replayed);

    /// <summary>Commands that were refused.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    internal void AddDone(bool replayed) =>
        Interlocked.Increment(ref replayed ? ref _replayed : ref _done);

    internal void AddFailed() => Interlocked.Increment(ref _failed);
}
