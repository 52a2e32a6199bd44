using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// Rows of a large group's entries, written as its units come: while a batch before it commits, not
/// while the server waits for them.
/// </summary>
internal sealed class EntriesAhead : IDisposable
{
    private readonly CommitGroup _group;
    private readonly CopyRows _rows = CopyRows.Part();
    private int _unitCount;

    private EntriesAhead(CommitGroup group) => _group = group;

    private bool IsComplete => _unitCount == _group.Units.Count;

    /// <summary>Writes what the group has got; to be called behind each of its units.</summary>
    public static void CatchUp(CommitGroup group)
    {
        var ahead = (EntriesAhead)(group.Ahead ??= new EntriesAhead(group));
        while (!ahead.IsComplete && ahead.TryWriteNext())
        {
        }
    }

    /// <summary>All of the group's entries; null when they are not written.</summary>
    public static CopyRows? RowsOf(CommitGroup group) =>
        group.Ahead is EntriesAhead { IsComplete: true } ahead ? ahead._rows : null;

    public void Dispose() => _rows.Dispose();

    // What can't be written here fails again with its batch, and is told there.
    private bool TryWriteNext()
    {
        var length = _rows.Length;
        try
        {
            foreach (var entry in _group.Units[_unitCount].Entries)
            {
                EntryRows.Write(_rows, _group.Line.WalletNo, entry);
            }

            _unitCount++;
            return true;
        }
        catch (Exception)
        {
            _rows.Length = length;
            return false;
        }
    }
}
