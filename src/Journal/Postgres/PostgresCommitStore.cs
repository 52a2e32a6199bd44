using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The writer's transactions in PostgreSQL, on a connection of its own.</summary>
internal sealed class PostgresCommitStore(NpgsqlDataSource dataSource, CurrencyRegistry currencies)
    : ICommitStore
{
    private readonly CommitConnection _connection = new(dataSource);

    public async Task<CommitTry> Commit(CommitBatch batch)
    {
        PostgresTransaction? transaction = null;
        try
        {
            var connection = await _connection.Get(CancellationToken.None);
            transaction = new PostgresTransaction(connection, batch, currencies);
            return await transaction.Run(CancellationToken.None) is { } aside
                ? new CommitTry.SetAside(aside)
                : CommitTry.Committed.Instance;
        }
        catch (PostgresException e) when (!Availability.IsConnectionLost(e))
        {
            // The server itself says that it rolled back.
            await _connection.Drop();
            return Availability.IsPassing(e) || Availability.IsAway(e)
                ? new CommitTry.Failed(e.SqlState)
                : new CommitTry.Poisoned($"{e.SqlState} {e.ConstraintName}");
        }
        catch (Exception e) when (Availability.IsAway(e))
        {
            await _connection.Drop();
            return transaction is { CommitSent: true, TransactionId: { } id }
                && batch.ProofKey is { } proof
                ? new CommitTry.Doubtful(id, proof)
                : new CommitTry.Failed(e.GetType().Name);
        }
        catch
        {
            await _connection.Drop();
            throw;
        }
    }

    public Task<bool?> IsOver(CommitTry.Doubtful doubt) =>
        Ask(connection => DoubtReader.IsOver(connection, doubt));

    public Task<bool?> IsCommitted(CommitTry.Doubtful doubt) =>
        Ask(connection => DoubtReader.IsCommitted(connection, doubt));

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<bool?> Ask(Func<NpgsqlConnection, Task<bool>> question)
    {
        try
        {
            return await question(await _connection.Get(CancellationToken.None));
        }
        catch (Exception e) when (Availability.IsAway(e))
        {
            await _connection.Drop();
            return null;
        }
    }
}
