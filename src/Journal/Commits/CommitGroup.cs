namespace OrleansWallet.Journal.Commits;

/// <summary>The units of one line that commit together: all of them or none.</summary>
public sealed class CommitGroup(WalletLine line)
{
    private readonly TaskCompletionSource<CommitResult> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly List<Unit> _units = [];

    public WalletLine Line { get; } = line;

    /// <summary>Grows until the writer takes the group; see <see cref="WalletLine"/>.</summary>
    public IReadOnlyList<Unit> Units => _units;

    public Task<CommitResult> Task => _result.Task;

    public int KeyCount { get; private set; }

    public int AbsentCount { get; private set; }

    public int EntryCount { get; private set; }

    /// <summary>True when nothing of it is to be written, only the fence to be checked.</summary>
    public bool IsCheckOnly => KeyCount == 0 && EntryCount == 0;

    public bool HasEntries => EntryCount > 0;

    /// <summary>What the store wrote ahead of it; ends with the group.</summary>
    public IDisposable? Ahead { get; set; }

    internal void Add(Unit unit)
    {
        _units.Add(unit);
        KeyCount += unit.Keys.Count;
        AbsentCount += unit.Absent.Count;
        EntryCount += unit.Entries.Count;
    }

    /// <summary>Tells the line's grain. Anything but done breaks the line first.</summary>
    internal void Complete(CommitResult result)
    {
        Line.Settle(this, result);
        Ahead?.Dispose();
        Ahead = null;
        _result.TrySetResult(result);
    }
}
