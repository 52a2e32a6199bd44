namespace OrleansWallet.Journal.Postgres;

/// <summary>The units of one line that commit together: all of them or none.</summary>
internal sealed class CommitGroup(PostgresWalletLine line)
{
    private readonly TaskCompletionSource<CommitResult> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PostgresWalletLine Line { get; } = line;

    /// <summary>Grows until the writer takes the group; see <see cref="PostgresWalletLine"/>.</summary>
    public List<Unit> Units { get; } = [];

    public Task<CommitResult> Task => _result.Task;

    /// <summary>True when nothing of it is to be written, only the fence to be checked.</summary>
    public bool IsCheckOnly => Units.TrueForAll(u => u.Keys.Count == 0 && u.Entries.Count == 0);

    public bool HasEntries => Units.Exists(u => u.Entries.Count > 0);

    /// <summary>Tells the line's grain. Anything but done breaks the line first.</summary>
    public void Complete(CommitResult result)
    {
        Line.Settle(this, result);
        _result.TrySetResult(result);
    }
}
