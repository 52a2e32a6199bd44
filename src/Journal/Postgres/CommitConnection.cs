using System.Data;
using Npgsql;

namespace OrleansWallet.Journal.Postgres;

/// <summary>The writer's own connection, opened when it is needed and dropped when it fails.</summary>
/// <param name="dataSource">The writer's.</param>
/// <param name="openings">Of the writers of wallets, whose statements look rows up by key, so that
/// the planner is to use indexes and nothing else. Null for the others.</param>
/// <remarks>Never use it asynchronously: its socket would take the way through the pool ever after.
/// </remarks>
internal sealed class CommitConnection(
    NpgsqlDataSource dataSource, WriterOpenings? openings = null)
    : IDisposable
{
    // Where the network fails the server may not notice for hours: a transaction whose client is
    // gone must end by itself, since until then it is in doubt and holds its wallets. Within a COPY
    // only the probes of the network tell.
    //
    // One plan for each statement, whatever the number of rows: an array of one makes PostgreSQL
    // believe that planning anew is worth it, at every commit, and it costs more than the commit.
    private const string SetUp =
        "set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '3s'; "
        + "set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 1; "
        + "set tcp_keepalives_count = 3; set plan_cache_mode = force_generic_plan";

    // The one plan may be made while the tables are empty, when a scan looks cheap, and must serve
    // until they are analyzed.
    private const string SetUpByKey =
        "; set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off";

    private NpgsqlConnection? _open;
    private int _processId;

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
            using var setUp = new NpgsqlCommand(
                openings is null ? SetUp : SetUp + SetUpByKey, connection);
            setUp.ExecuteNonQuery();
            _processId = connection.ProcessID;
            openings?.Enter(connection);
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
        openings?.Leave(_processId);
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
