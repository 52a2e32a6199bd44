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

    public async ValueTask<NpgsqlConnection> Get(CancellationToken cancellationToken)
    {
        if (_open is not null)
        {
            return _open;
        }

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
