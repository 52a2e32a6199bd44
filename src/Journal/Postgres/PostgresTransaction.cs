using System.Data;
using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// One try to commit one batch in one PostgreSQL transaction, in one round trip or two; a large
/// batch also copies its entries and keys, with round trips of their own.
/// </summary>
/// <remarks>
/// Each commit brings along the beginning of the next transaction and its id, which must be known
/// before a commit is sent. With that a batch goes straight on to its commit, written so that the
/// server fails it when a head or a key is not as expected; when a large one waited already, its
/// copy has begun with that transaction, with the rows that were written ahead. Else, or when it failed so, the first round trip takes the
/// id, checks and moves the heads, and writes the keys: all that can set a wallet aside. The last
/// writes the rest and commits. Locks are taken in one order (new wallets by
/// id, heads that move by number, heads that stay by number, keys by key), so that two writers
/// seldom meet in a deadlock, which the server ends and the loser tries again. Only what is copied
/// straight on comes before its heads: it meets others only where a wallet lives twice. When
/// anything is to be set aside, the try is rolled back and the rest of the batch is tried again:
/// rare, and nothing has to be taken back by hand.
/// </remarks>
internal sealed class PostgresTransaction
{
    private readonly NpgsqlConnection _connection;
    private readonly CommitBatch _batch;
    private readonly CurrencyRegistry _currencies;
    private readonly bool _hasEarlierKeys;
    private readonly BegunTransaction? _begun;
    private readonly HeadRows _heads = new();
    private readonly BatchRows _rows;

    /// <param name="connection">The writer's.</param>
    /// <param name="batch">What to commit.</param>
    /// <param name="currencies">For the answers of known keys.</param>
    /// <param name="begun">The transaction that is open already; null when none is.</param>
    /// <param name="hasEarlierKeys">Whether the journal has any.</param>
    public PostgresTransaction(
        NpgsqlConnection connection, CommitBatch batch, CurrencyRegistry currencies,
        BegunTransaction? begun, bool hasEarlierKeys)
    {
        _hasEarlierKeys = hasEarlierKeys;
        _connection = connection;
        _batch = batch;
        _currencies = currencies;
        _begun = begun;
        TransactionId = begun?.Id;
        _rows = new BatchRows(batch);
        batch.Groups.ForEach(_heads.Add);
    }

    /// <summary>The transaction's id, once the server has told it.</summary>
    public ulong? TransactionId { get; private set; }

    /// <summary>The id of the next transaction, when this one is committed and it has begun.</summary>
    public ulong? NextTransactionId { get; private set; }

    /// <summary>True from the moment when COMMIT may have reached the server.</summary>
    public bool CommitSent { get; private set; }

    /// <summary>Commits, or finds what must be set aside.</summary>
    /// <returns>Null when all is committed; else nothing is, and these are to be set aside before
    /// the rest is tried again.</returns>
    public Dictionary<CommitGroup, CommitResult>? Run()
    {
        if (TransactionId is not null)
        {
            var hasOthers = EndOtherCopy();
            var goesStraight = IsStraight && !hasOthers;
            if (goesStraight && TryStraight())
            {
                return null;
            }

            if (_batch.IsCheckOnly || goesStraight || hasOthers)
            {
                // Its locks would stay; or the server has failed it.
                (TransactionId, CommitSent) = (null, false);
                Rollback();
            }
        }

        var (fenced, keysClash, madeClash) = Prepare();
        if (fenced.Count == 0 && !keysClash && !madeClash)
        {
            Finish();
            return null;
        }

        if (!_batch.IsCheckOnly)
        {
            Rollback();
        }

        var aside = fenced.ToDictionary(g => g, _ => (CommitResult)CommitResult.Fenced.Instance);
        if (madeClash)
        {
            SetAsideMade(aside);
        }

        if (keysClash)
        {
            SetAsideKnown(aside);
        }

        return aside.Count > 0
            ? aside
            : throw new InvalidOperationException("a key or head row clashed, but no wallet is concerned");
    }

    // Leaves only a copy with which this batch's own entries go.
    // True when the transaction can only be rolled back.
    private bool EndOtherCopy()
    {
        if (_begun is null
            || (IsStraight && _rows.CopiesFirst && (!_begun.HasRows || _begun.HasRowsOf(_batch))))
        {
            return false;
        }

        _begun.EndEntries();
        return _begun.HasRows;
    }

    private bool IsStraight => !_batch.IsCheckOnly && _batch.Groups.Count > 0
        && _heads.AllExist && _rows.AbsentCount == 0
        && (_rows.IsForOneTrip || _rows.CopiesFirst);

    private bool LooksForEarlierKeys =>
        _hasEarlierKeys && _rows.KeyCount + _rows.AbsentCount > 0;

    private (List<CommitGroup> Fenced, bool KeysClash, bool MadeClash) Prepare()
    {
        using var batch = new NpgsqlBatch(_connection);
        var isBegun = TransactionId is not null;
        if (!_batch.IsCheckOnly && !isBegun)
        {
            AddBegin(batch, "begin");
        }

        var insertKeys = _rows.CopiesKeys ? null : _rows.KeysCommand(leaveOut: true);
        var insertHeads = _heads.InsertCommand();
        var moveHeads = _heads.MoveCommand();
        var lockHeads = _heads.LockCommand();
        var absence = _heads.AbsenceCommand();
        var absentKeys = _rows.AbsentCount == 0
            ? null
            : Sql.Command(
                "select 1 from keys where key = any($1) limit 1", Sql.Value(_rows.Absent));
        var earlierKeys = LooksForEarlierKeys ? EarlierKeys.FindAnyCommand(_rows.AllKeys()) : null;
        foreach (var command in (NpgsqlBatchCommand?[])
            [insertHeads, moveHeads, lockHeads, absence, absentKeys, earlierKeys, insertKeys])
        {
            if (command is not null)
            {
                batch.BatchCommands.Add(command);
            }
        }

        if (batch.BatchCommands.Count == 0)
        {
            return ([], false, false);
        }

        var fenced = new List<CommitGroup>();
        var absentKnown = false;
        using (var reader = batch.ExecuteReader())
        {
            if (!_batch.IsCheckOnly && !isBegun)
            {
                TransactionId = ReadId(reader);
                reader.NextResult();
            }

            if (moveHeads is not null)
            {
                fenced.AddRange(_heads.FencedAmongMoved(reader));
                reader.NextResult();
            }

            if (lockHeads is not null)
            {
                fenced.AddRange(_heads.FencedAmongHeld(reader));
                reader.NextResult();
            }

            if (absence is not null)
            {
                fenced.AddRange(_heads.FencedAmongNew(reader));
                reader.NextResult();
            }

            if (absentKeys is not null)
            {
                absentKnown = reader.Read();
                reader.NextResult();
            }

            absentKnown |= earlierKeys is not null && reader.Read();
        }

        var madeClash = insertHeads is not null && insertHeads.RecordsAffected != _heads.MadeCount;
        var keysClash = absentKnown
            || (insertKeys is not null && insertKeys.RecordsAffected != _rows.KeyCount);
        if (fenced.Count == 0 && !madeClash && !keysClash)
        {
            CopyEntries();
            keysClash = !TryCopyKeys();
        }

        return (fenced, keysClash, madeClash);
    }

    private bool TryCopyKeys()
    {
        try
        {
            CopyKeys();
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    // Before the keys: those are put in order while the server takes the entries.
    private void CopyEntries()
    {
        if (_rows.CopiesEntries)
        {
            var begun = _begun?.TakeEntries();
            _rows.CopyEntries(
                begun ?? EntryRows.BeginCopy(_connection),
                hasWritten: begun is not null && _begun!.HasRows);
        }
    }

    private void CopyKeys()
    {
        if (_rows.CopiesKeys)
        {
            _rows.CopyKeys(_connection);
        }
    }

    private void Finish()
    {
        if (_batch.IsCheckOnly)
        {
            return;
        }

        using var batch = new NpgsqlBatch(_connection);
        AddRest(batch);
        AddCommit(batch);
        CommitSent = true;
        using var reader = batch.ExecuteReader();
        NextTransactionId = ReadId(reader);
    }

    // False when the server failed it: then nothing is done, and the long way tells why.
    private bool TryStraight()
    {
        try
        {
            CommitStraight();
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DivisionByZero
            or PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private void CommitStraight()
    {
        if (!_rows.IsForOneTrip)
        {
            CopyEntries();
            CopyKeys();
        }

        using var batch = new NpgsqlBatch(_connection);
        var single = SingleCommit.TryCreate(_batch);
        List<NpgsqlBatchCommand> required = [.. single is null ? _heads.RequireCommands() : [single]];
        if (LooksForEarlierKeys)
        {
            required.Add(EarlierKeys.RequireAbsentCommand(_rows.AllKeys()));
        }

        required.ForEach(batch.BatchCommands.Add);
        if (single is null)
        {
            if (_rows.IsForOneTrip && _rows.KeysCommand(leaveOut: false) is { } insertKeys)
            {
                batch.BatchCommands.Add(insertKeys);
            }

            AddRest(batch);
        }

        AddCommit(batch);
        CommitSent = true;
        using var reader = batch.ExecuteReader();
        for (var i = 0; i < required.Count; i++)
        {
            reader.NextResult();
        }

        NextTransactionId = ReadId(reader);
    }

    // What comes after keys and heads.
    private void AddRest(NpgsqlBatch batch)
    {
        if (_heads.UpdateMadeCommand() is { } update)
        {
            batch.BatchCommands.Add(update);
        }

        foreach (var command in _rows.RestCommands())
        {
            batch.BatchCommands.Add(command);
        }
    }

    private static void AddCommit(NpgsqlBatch batch) => AddBegin(batch, "commit and chain");

    private static void AddBegin(NpgsqlBatch batch, string begin)
    {
        batch.BatchCommands.Add(Sql.Command(begin));
        batch.BatchCommands.Add(Sql.Command("select pg_current_xact_id()"));
    }

    private static ulong ReadId(NpgsqlDataReader reader)
    {
        reader.Read();
        return reader.GetFieldValue<ulong>(0);
    }

    private void Rollback()
    {
        if (_connection.State != ConnectionState.Open)
        {
            // It broke behind the answer that called for this.
            throw new NpgsqlException("the connection broke");
        }

        using var command = new NpgsqlCommand("rollback", _connection);
        command.ExecuteNonQuery();
    }

    private void SetAsideMade(Dictionary<CommitGroup, CommitResult> aside)
    {
        using var batch = new NpgsqlBatch(_connection);
        batch.BatchCommands.Add(_heads.MadeCommand());
        using var reader = batch.ExecuteReader();
        foreach (var group in _heads.FencedAmongNew(reader))
        {
            aside[group] = CommitResult.Fenced.Instance;
        }
    }

    // After the rollback every key still found is another transaction's, and committed.
    private void SetAsideKnown(Dictionary<CommitGroup, CommitResult> aside)
    {
        var known = KeyReader.Find(_connection, _rows.AllKeys(), _currencies);
        var seen = new HashSet<UInt128>();
        foreach (var group in _batch.Groups)
        {
            if (aside.ContainsKey(group))
            {
                continue;
            }

            var own = group.Units.SelectMany(u => u.Keys.Select(k => k.Key).Concat(u.Absent))
                .Where(known.ContainsKey).Distinct()
                .ToDictionary(k => k, k => known[k]);
            if (own.Count > 0)
            {
                aside[group] = new CommitResult.KnownKeys(own);
            }
            else if (!group.Units.SelectMany(u => u.Keys).All(k => seen.Add(k.Key)))
            {
                // Another wallet of this batch has the key: once that is committed, it is known.
                aside[group] = CommitResult.Discarded.Instance;
            }
        }
    }
}
