using Npgsql;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// The rows of a batch besides its heads, each kind made when it is needed: of a large batch while
/// the server is busy with what it has got.
/// </summary>
internal sealed class BatchRows
{
    /// <summary>Up to so many, one round trip with parameters costs less than several with COPY.
    /// </summary>
    public const int OneTripRowsMax = 256;

    // From so many rows on, COPY costs less than parameters in spite of its round trips.
    private const int CopyRowsMin = 50;

    private readonly CommitBatch _batch;
    private KeyRows? _keys;
    private CopyRows? _keysToCopy;
    private List<Guid>? _absent;
    private RestRows? _rest;

    public BatchRows(CommitBatch batch)
    {
        _batch = batch;
        foreach (var group in batch.Groups)
        {
            KeyCount += group.KeyCount;
            AbsentCount += group.AbsentCount;
            EntryCount += group.EntryCount;
        }
    }

    public int KeyCount { get; }

    public int AbsentCount { get; }

    public int EntryCount { get; }

    public bool CopiesKeys => KeyCount >= CopyRowsMin;

    public bool CopiesEntries => EntryCount >= CopyRowsMin;

    public bool IsForOneTrip => KeyCount <= OneTripRowsMax && EntryCount <= OneTripRowsMax;

    /// <summary>True when they are copied before heads are checked, if all heads are there.</summary>
    public bool CopiesFirst => AbsentCount == 0 && !IsForOneTrip && CopiesKeys && CopiesEntries;

    /// <summary>Keys that must not be known, though none is written.</summary>
    public List<Guid> Absent => _absent ??= CollectAbsent();

    private KeyRows Keys => _keys ??= CollectKeys();

    // With the entries, unless they have been copied.
    private RestRows Rest => _rest ??= CollectRest(withEntries: true);

    /// <summary>Those to be written, and those that must not be known.</summary>
    public List<Guid> AllKeys() => [.. Keys.Keys(), .. Absent];

    /// <param name="leaveOut">Those that are there; else they fail it.</param>
    /// <returns>Null when there are none.</returns>
    public NpgsqlBatchCommand? KeysCommand(bool leaveOut) =>
        KeyCount == 0 ? null : Keys.ToCommand(leaveOut);

    /// <exception cref="PostgresException">A unique violation: a key is there.</exception>
    public void CopyKeys(NpgsqlConnection connection)
    {
        using var rows = _keysToCopy ?? Keys.ToCopy();
        _keysToCopy = null;
        KeyRows.Send(connection, rows);
    }

    /// <param name="begun">The copy to send them with.</param>
    /// <param name="hasWritten">Whether it has those that were written ahead.</param>
    public void CopyEntries(CopyRows begun, bool hasWritten) =>
        EntryRows.CopyTo(
            begun,
            hasWritten ? [] : _batch.Groups.Select(EntriesAhead.RowsOf).OfType<CopyRows>(),
            EntriesNotWritten(),
            meanwhile: () =>
            {
                if (CopiesKeys)
                {
                    _keysToCopy = Keys.ToCopy();
                }

                _rest = CollectRest(withEntries: false);
            });

    /// <summary>What was not copied, to be written behind the heads and the keys.</summary>
    public IEnumerable<NpgsqlBatchCommand> RestCommands() => Rest.ToCommands();

    private IEnumerable<(long WalletNo, Entry Entry)> EntriesNotWritten()
    {
        foreach (var group in _batch.Groups)
        {
            if (EntriesAhead.RowsOf(group) is not null)
            {
                continue;
            }

            foreach (var unit in group.Units)
            {
                foreach (var entry in unit.Entries)
                {
                    yield return (group.Line.WalletNo, entry);
                }
            }
        }
    }

    private KeyRows CollectKeys()
    {
        var keys = new KeyRows();
        foreach (var group in _batch.Groups)
        {
            foreach (var unit in group.Units)
            {
                foreach (var key in unit.Keys)
                {
                    keys.Add(group.Line.WalletNo, key);
                }
            }
        }

        return keys;
    }

    private List<Guid> CollectAbsent() => AbsentCount == 0
        ? []
        : [.. _batch.Groups.SelectMany(g => g.Units).SelectMany(u => u.Absent).Select(Uuid.Of)];

    private RestRows CollectRest(bool withEntries)
    {
        var rest = new RestRows(withEntries);
        foreach (var group in _batch.Groups)
        {
            rest.Add(group);
        }

        rest.AddDelivered(_batch.Delivered);
        return rest;
    }
}
