namespace OrleansWallet.Import;

/// <summary>How far an import is. Read from any thread.</summary>
public sealed class ImportProgress
{
    private int _phase;
    private long _done;
    private long _total;
    private long _rows;
    private long _rejected;
    private long _retries;

    public ImportPhase Phase => (ImportPhase)Volatile.Read(ref _phase);

    /// <summary>Of the phase; see <see cref="ImportPhase"/> for what is counted.</summary>
    public long Done => Interlocked.Read(ref _done);

    public long Total => Interlocked.Read(ref _total);

    public long Rows => Interlocked.Read(ref _rows);

    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>Commands asked again because the database was away.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    internal void Begin(ImportPhase phase, long total)
    {
        Interlocked.Exchange(ref _done, 0);
        Interlocked.Exchange(ref _total, total);
        Volatile.Write(ref _phase, (int)phase);
    }

    internal void SetDone(long done) => Interlocked.Exchange(ref _done, done);

    internal void AddDone() => Interlocked.Increment(ref _done);

    internal void AddRetry() => Interlocked.Increment(ref _retries);

    internal void SetRows(long rows, long rejected)
    {
        Interlocked.Exchange(ref _rows, rows);
        Interlocked.Exchange(ref _rejected, rejected);
    }
}
