using System.Data;
using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The writer's own connection, opened when it is needed and dropped when it fails.</summary>
/// <remarks>Never use it asynchronously: its socket would take the way through the pool ever after.
/// </remarks>
internal sealed class CommitConnection(NpgsqlDataSource dataSource) : IDisposable
{
    // Where the network fails the server may not notice for hours: a transaction whose client is
    // gone must end by itself, since until then it is in doubt and holds its wallets.
    //
    // One plan for each statement, whatever the number of rows: an array of one makes PostgreSQL
    // believe that planning anew is worth it, at every commit, and it costs more than the commit.
    private const string SetUp =
        "set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '3s'; "
        + "set plan_cache_mode = force_generic_plan";

    private NpgsqlConnection? _open;

    /// <summary>False when the next one will be a new one.</summary>
    public bool IsOpen => _open is { State: ConnectionState.Open };

    public NpgsqlConnection Get()
    {
        if (_open is not null && IsOpen)
        {
            return _open;
        }

        // It may have broken while an answer was read to its end, which nobody is told.
        Drop();
        var connection = dataSource.CreateConnection();
        try
        {
            connection.Open();
            using var setUp = new NpgsqlCommand(SetUp, connection);
            setUp.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        return _open = connection;
    }

    /// <summary>Gives the connection up; the server ends what it had begun.</summary>
    public void Drop()
    {
        if (_open is not { } connection)
        {
            return;
        }

        _open = null;
        try
        {
            // Nobody else is to meet the writer's settings: so the pool closes it.
            dataSource.Clear();
            connection.Dispose();
        }
        catch (NpgsqlException)
        {
            // It was broken already.
        }
    }

    public void Dispose() => Drop();
}
