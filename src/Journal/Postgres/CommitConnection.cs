using System.Data;
using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The writer's own connection, opened when it is needed and dropped when it fails.</summary>
internal sealed class CommitConnection(NpgsqlDataSource dataSource) : IAsyncDisposable
{
    // Where the network fails the server may not notice for hours: a transaction whose client is
    // gone must end by itself, since until then it is in doubt and holds its wallets.
    private const string SetUp =
        "set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '3s'";

    private NpgsqlConnection? _open;

    /// <summary>False when the next one will be a new one.</summary>
    public bool IsOpen => _open is { State: ConnectionState.Open };

    public async ValueTask<NpgsqlConnection> Get(CancellationToken cancellationToken)
    {
        if (_open is not null && IsOpen)
        {
            return _open;
        }

        // It may have broken while an answer was read to its end, which nobody is told.
        await Drop();
        var connection = dataSource.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var setUp = new NpgsqlCommand(SetUp, connection);
            await setUp.ExecuteNonQueryAsync(cancellationToken);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        return _open = connection;
    }

    /// <summary>Gives the connection up; the server ends what it had begun.</summary>
    public async ValueTask Drop()
    {
        if (_open is not { } connection)
        {
            return;
        }

        _open = null;
        try
        {
            await connection.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // It was broken already.
        }
    }

    public ValueTask DisposeAsync() => Drop();
}
