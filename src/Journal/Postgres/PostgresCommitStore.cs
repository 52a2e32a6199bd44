using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The writer's transactions in PostgreSQL, on a connection of its own.</summary>
/// <remarks>Blocks its caller, which has a thread of its own: see <see cref="WriterThread"/>.</remarks>
internal sealed class PostgresCommitStore : ICommitStore
{
    // The next transaction has begun ahead; when nothing comes it must not stay open.
    private static readonly TimeSpan _idleAfter = TimeSpan.FromMilliseconds(100);

    // Only between two transactions does the server count what was written for its vacuum, which
    // would never come to a busy grid where each commit begins the next transaction.
    private static readonly TimeSpan _restAfter = TimeSpan.FromSeconds(10);

    private readonly CommitConnection _connection;
    private readonly CurrencyRegistry _currencies;
    private readonly TimeProvider _time;
    private readonly ITimer _idleTimer;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private BegunTransaction? _begun;
    private long _restedAt;
    private bool? _hasEarlierKeys;
    private bool _disposed;

    public PostgresCommitStore(
        NpgsqlDataSource dataSource, WriterOpenings openings, CurrencyRegistry currencies,
        TimeProvider time)
    {
        _connection = new CommitConnection(dataSource, openings);
        _currencies = currencies;
        _time = time;
        _restedAt = time.GetTimestamp();
        _idleTimer = time.CreateTimer(
            _ => EndIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private bool IsToRest => _time.GetElapsedTime(_restedAt) >= _restAfter;

    public Task<CommitTry> Commit(CommitBatch batch)
    {
        _turn.Wait();
        try
        {
            if (IsToRest)
            {
                Rest();
            }

            return Task.FromResult(CommitInTurn(batch));
        }
        finally
        {
            _turn.Release();
        }
    }

    public int PreparedUnitsMin => BatchRows.OneTripRowsMax + 1;

    public void Prepare(CommitBatch next)
    {
        if (!new BatchRows(next).CopiesFirst)
        {
            return;
        }

        _turn.Wait();
        try
        {
            if (_connection.IsOpen && !IsToRest)
            {
                _begun?.BeginEntries(_connection.Get(), next);
            }
        }
        catch (Exception)
        {
            // Whatever it is, the next commit finds a new connection.
            Drop();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void WriteAhead(CommitGroup group)
    {
        if (group.EntryCount > BatchRows.OneTripRowsMax)
        {
            EntriesAhead.CatchUp(group);
        }
    }

    public Task<bool?> IsOver(CommitTry.Doubtful doubt) =>
        Ask(connection => DoubtReader.IsOver(connection, doubt));

    public Task<bool?> IsCommitted(CommitTry.Doubtful doubt) =>
        Ask(connection => DoubtReader.IsCommitted(connection, doubt));

    public async ValueTask DisposeAsync()
    {
        await _idleTimer.DisposeAsync();
        await _turn.WaitAsync();
        _disposed = true;
        Drop();
        _turn.Release();
    }

    private CommitTry CommitInTurn(CommitBatch batch)
    {
        PostgresTransaction? transaction = null;
        using var begun = TakeBegun();
        try
        {
            var connection = _connection.Get();
            _hasEarlierKeys ??= EarlierKeys.AreIn(connection);
            transaction = new PostgresTransaction(
                connection, batch, _currencies, begun, _hasEarlierKeys.Value);
            var aside = transaction.Run();
            if (transaction.NextTransactionId is { } next)
            {
                _begun = new BegunTransaction(next);
                _idleTimer.Change(_idleAfter, Timeout.InfiniteTimeSpan);
            }

            return aside is null ? CommitTry.Committed.Instance : new CommitTry.SetAside(aside);
        }
        catch (PostgresException e) when (!Availability.IsConnectionLost(e))
        {
            // The server itself says that it rolled back.
            Drop();
            return Availability.IsPassing(e) || Availability.IsAway(e)
                ? new CommitTry.Failed(e.SqlState)
                : new CommitTry.Poisoned($"{e.SqlState} {e.ConstraintName}");
        }
        catch (Exception e) when (Availability.IsAway(e))
        {
            Drop();
            return transaction is { CommitSent: true, TransactionId: { } id }
                && batch.ProofKey is { } proof
                ? new CommitTry.Doubtful(id, proof)
                : new CommitTry.Failed(e.GetType().Name);
        }
        catch
        {
            Drop();
            throw;
        }
    }

    // A commit under way starts the timer anew.
    private void EndIdle()
    {
        if (!_turn.Wait(TimeSpan.Zero))
        {
            return;
        }

        if (!_disposed)
        {
            Rest();
        }

        _turn.Release();
    }

    // Leaves the connection between two transactions.
    private void Rest()
    {
        try
        {
            if (TakeBegun() is { } begun)
            {
                begun.EndEntries();
                using var command = new NpgsqlCommand("rollback", _connection.Get());
                command.ExecuteNonQuery();
            }

            _restedAt = _time.GetTimestamp();
        }
        catch (Exception)
        {
            // Whatever it is, the next commit finds a new connection.
            Drop();
        }
    }

    // Null as well when it has gone with its connection.
    private BegunTransaction? TakeBegun()
    {
        var begun = _begun;
        _begun = null;
        if (_connection.IsOpen)
        {
            return begun;
        }

        begun?.Dispose();
        return null;
    }

    private void Drop()
    {
        _begun?.Dispose();
        _begun = null;
        _connection.Drop();
    }

    private Task<bool?> Ask(Func<NpgsqlConnection, bool> question)
    {
        _turn.Wait();
        try
        {
            return Task.FromResult<bool?>(question(_connection.Get()));
        }
        catch (Exception e) when (Availability.IsAway(e))
        {
            Drop();
            return Task.FromResult<bool?>(null);
        }
        finally
        {
            _turn.Release();
        }
    }
}
