using Npgsql;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The transaction that has begun with the commit of the one before.</summary>
/// <param name="id">Its id, which must be known before its commit is sent.</param>
internal sealed class BegunTransaction(ulong id) : IDisposable
{
    private CopyRows? _entries;
    private CommitBatch? _batch;

    public ulong Id => id;

    /// <summary>Begins to copy the entries of a batch, with those that are written already.</summary>
    public void BeginEntries(NpgsqlConnection connection, CommitBatch batch)
    {
        _entries = EntryRows.BeginCopy(connection);
        foreach (var group in batch.Groups)
        {
            if (EntriesAhead.RowsOf(group) is { } rows)
            {
                _batch = batch;
                _entries.Send(rows);
            }
        }
    }

    /// <summary>True when rows were sent that the transaction must commit or take back.</summary>
    public bool HasRows => _batch is not null;

    /// <summary>True when these were the batch's own.</summary>
    public bool HasRowsOf(CommitBatch batch) => _batch == batch;

    /// <summary>The copy that has begun, which is the caller's from now on; null when none has.
    /// </summary>
    public CopyRows? TakeEntries()
    {
        var entries = _entries;
        _entries = null;
        return entries;
    }

    /// <summary>Ends a copy, so that the connection is free for what the batch needs instead. When
    /// it had rows, the transaction can only be rolled back then.</summary>
    public void EndEntries()
    {
        using var entries = TakeEntries();
        if (!HasRows)
        {
            entries?.End();
            entries?.Complete();
        }
    }

    /// <summary>Takes a copy back; its transaction can only be rolled back then.</summary>
    public void Dispose() => TakeEntries()?.Dispose();
}
