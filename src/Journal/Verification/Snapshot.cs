using System.Data;
using Npgsql;

namespace OrleansWallet.Journal.Verification;

/// <summary>
/// One moment of the database, seen by two sessions: what is stored of each wallet must be read
/// beside its entries, and a session streams one result at a time. Read-only; nobody waits for
/// it, but until it is disposed the server keeps the row versions of that moment.
/// </summary>
internal sealed class Snapshot : IAsyncDisposable
{
    // A long read is no lost statement.
    private const int NoTimeout = 0;

    // Without nested loops: on tables that were never analyzed they would look cheap, and keys
    // have no index by wallet.
    private const string SetUp =
        "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; "
        + "set local work_mem = '256MB'; set local enable_nestloop = off";

    private Snapshot(NpgsqlConnection first, NpgsqlConnection second)
    {
        First = first;
        Second = second;
    }

    public NpgsqlConnection First { get; }

    public NpgsqlConnection Second { get; }

    /// <summary>When it was taken, by the database's clock.</summary>
    public DateTimeOffset At { get; private set; }

    public static async Task<Snapshot> Take(
        NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var snapshot = new Snapshot(
            dataSource.CreateConnection(), dataSource.CreateConnection());
        try
        {
            await snapshot.Begin(cancellationToken);
            return snapshot;
        }
        catch
        {
            await snapshot.DisposeAsync();
            throw;
        }
    }

    public static NpgsqlCommand Command(NpgsqlConnection connection, string sql) =>
        new(sql, connection) { CommandTimeout = NoTimeout };

    /// <summary>Closing the sessions ends their transactions.</summary>
    public async ValueTask DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
    }

    private async Task Begin(CancellationToken cancellationToken)
    {
        await First.OpenAsync(cancellationToken);
        await Start(First, "", cancellationToken);
        await using (var export = Command(First, "select pg_export_snapshot(), now()"))
        await using (var reader = await export.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            var name = reader.GetString(0);
            At = reader.GetFieldValue<DateTimeOffset>(1);
            await reader.CloseAsync();
            await Second.OpenAsync(cancellationToken);
            // The name comes from the server; SET takes no parameters.
            await Start(Second, $"set transaction snapshot '{name}'; ", cancellationToken);
        }
    }

    private static async Task Start(
        NpgsqlConnection connection, string import, CancellationToken cancellationToken)
    {
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var command = Command(
            connection, import + "set transaction read only; " + SetUp);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
