using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The transaction that has begun with the commit of the one before.</summary>
/// <param name="id">Its id, which must be known before its commit is sent.</param>
internal sealed class BegunTransaction(ulong id) : IDisposable
{
    private CopyRows? _entries;

    public ulong Id => id;

    /// <summary>Begins to copy entries, for a batch that waits already.</summary>
    public void BeginEntries(NpgsqlConnection connection) =>
        _entries ??= EntryRows.BeginCopy(connection);

    /// <summary>The copy that has begun, which is the caller's from now on; null when none has.
    /// </summary>
    public CopyRows? TakeEntries()
    {
        var entries = _entries;
        _entries = null;
        return entries;
    }

    /// <summary>Ends a copy without a row: so the connection is free for what the batch needs
    /// instead.</summary>
    public void EndEntries()
    {
        using var entries = TakeEntries();
        entries?.End();
        entries?.Complete();
    }

    /// <summary>Takes a copy back; its transaction can only be rolled back then.</summary>
    public void Dispose() => TakeEntries()?.Dispose();
}
