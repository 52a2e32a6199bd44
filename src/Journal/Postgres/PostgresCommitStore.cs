using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The writer's transactions in PostgreSQL, on a connection of its own.</summary>
internal sealed class PostgresCommitStore : ICommitStore
{
    // The next transaction has begun ahead; when nothing comes it must not stay open.
    private static readonly TimeSpan _idleAfter = TimeSpan.FromMilliseconds(100);

    private readonly CommitConnection _connection;
    private readonly CurrencyRegistry _currencies;
    private readonly ITimer _idleTimer;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ulong? _begun;
    private bool _disposed;

    public PostgresCommitStore(
        NpgsqlDataSource dataSource, CurrencyRegistry currencies, TimeProvider time)
    {
        _connection = new CommitConnection(dataSource);
        _currencies = currencies;
        _idleTimer = time.CreateTimer(
            _ => _ = EndIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public async Task<CommitTry> Commit(CommitBatch batch)
    {
        await _turn.WaitAsync();
        try
        {
            return await CommitInTurn(batch);
        }
        finally
        {
            _turn.Release();
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
        await Drop();
        _turn.Release();
    }

    private async Task<CommitTry> CommitInTurn(CommitBatch batch)
    {
        PostgresTransaction? transaction = null;
        try
        {
            _begun = _connection.IsOpen ? _begun : null;
            var connection = await _connection.Get(CancellationToken.None);
            transaction = new PostgresTransaction(connection, batch, _currencies, _begun);
            _begun = null;
            var aside = await transaction.Run(CancellationToken.None);
            if (transaction.NextTransactionId is { } next)
            {
                _begun = next;
                _idleTimer.Change(_idleAfter, Timeout.InfiniteTimeSpan);
            }

            return aside is null ? CommitTry.Committed.Instance : new CommitTry.SetAside(aside);
        }
        catch (PostgresException e) when (!Availability.IsConnectionLost(e))
        {
            // The server itself says that it rolled back.
            await Drop();
            return Availability.IsPassing(e) || Availability.IsAway(e)
                ? new CommitTry.Failed(e.SqlState)
                : new CommitTry.Poisoned($"{e.SqlState} {e.ConstraintName}");
        }
        catch (Exception e) when (Availability.IsAway(e))
        {
            await Drop();
            return transaction is { CommitSent: true, TransactionId: { } id }
                && batch.ProofKey is { } proof
                ? new CommitTry.Doubtful(id, proof)
                : new CommitTry.Failed(e.GetType().Name);
        }
        catch
        {
            await Drop();
            throw;
        }
    }

    // A commit under way starts the timer anew.
    private async Task EndIdle()
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero))
        {
            return;
        }

        try
        {
            if (_begun is not null && !_disposed)
            {
                _begun = null;
                var connection = await _connection.Get(CancellationToken.None);
                await using var command = new NpgsqlCommand("rollback", connection);
                await command.ExecuteNonQueryAsync();
            }
        }
        catch (Exception)
        {
            // Whatever it is, the next commit finds a new connection.
            await Drop();
        }
        finally
        {
            _turn.Release();
        }
    }

    private ValueTask Drop()
    {
        _begun = null;
        return _connection.Drop();
    }

    private async Task<bool?> Ask(Func<NpgsqlConnection, Task<bool>> question)
    {
        await _turn.WaitAsync();
        try
        {
            return await question(await _connection.Get(CancellationToken.None));
        }
        catch (Exception e) when (Availability.IsAway(e))
        {
            await Drop();
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }
}
