using Npgsql;
using OrleansWallet.Journal.Commits;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// The connections that commit to wallets. Each takes a lock for as long as it lives, and then a
/// number, before it commits anything: so whoever looks finds its lock or, when it has gone again,
/// its number.
/// </summary>
/// <remarks>A backend whose client is gone keeps the lock until its last transaction is over.
/// </remarks>
internal sealed class WriterOpenings(NpgsqlDataSource dataSource)
{
    // A lock of this database's. The first number only tells it from locks of other programs.
    private const string LockKey = "925538, 1";

    private const string EnterText =
        $"select pg_advisory_lock_shared({LockKey}); select nextval('writer_openings')";

    private const string LookText =
        "select pg_postmaster_start_time(), case when s.is_called then s.last_value else 0 end, "
        + "exists (select from pg_locks l where l.locktype = 'advisory' "
        + $"and (l.classid, l.objid, l.objsubid) = ({LockKey}, 2) and l.database = "
        + "(select d.oid from pg_database d where d.datname = current_database()) "
        + "and l.pid <> all($1)) from writer_openings s";

    private readonly Lock _lock = new();
    private readonly HashSet<int> _own = [];
    private int _leftCount;

    /// <summary>For a connection that is to commit: before its first transaction.</summary>
    public void Enter(NpgsqlConnection connection)
    {
        var processId = connection.ProcessID;
        lock (_lock)
        {
            _own.Add(processId);
        }

        try
        {
            using var command = new NpgsqlCommand(EnterText, connection);
            command.ExecuteNonQuery();
        }
        catch
        {
            Leave(processId);
            throw;
        }
    }

    /// <summary>For a connection that won't commit any more: its last transaction may.</summary>
    /// <param name="processId">Its backend's.</param>
    public void Leave(int processId)
    {
        lock (_lock)
        {
            _own.Remove(processId);
            _leftCount++;
        }
    }

    /// <summary>Looks whether there are others. What this journal has left counts as such.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async ValueTask<WritersLook> Look()
    {
        var (own, leftCount) = Own();
        var rows = await dataSource.ReadList(
            LookText,
            [Sql.Value(own)],
            reader => (
                StartedAt: reader.GetDateTime(0), Number: reader.GetInt64(1),
                AnyOther: reader.GetBoolean(2)),
            CancellationToken.None);
        var row = rows[0];
        return new WritersLook(
            row.AnyOther || Own().LeftCount != leftCount,
            FormattableString.Invariant($"{row.StartedAt.Ticks}:{row.Number}:{leftCount}"));
    }

    private (int[] Ids, int LeftCount) Own()
    {
        lock (_lock)
        {
            return ([.. _own], _leftCount);
        }
    }
}
