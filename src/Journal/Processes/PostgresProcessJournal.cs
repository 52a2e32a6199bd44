using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Processes;

/// <summary>Processes in PostgreSQL. One a process; dispose it to commit what waits.</summary>
public sealed class PostgresProcessJournal : IProcessJournal, IAsyncDisposable
{
    // The row is locked, so that of two servers only one tells an outage.
    private const string BeatSql =
        "with beat as (update heartbeat set at = now() "
        + "from (select at as last_at from heartbeat for update) before returning last_at) "
        + "insert into outages (from_at, to_at) "
        + "select last_at, now() from beat where last_at < now() - $1";

    /// <summary>How the recovery scan finds its work.</summary>
    public const string DueSql =
        "select kind, id from processes where due_at <= now() order by due_at limit $1";

    private readonly NpgsqlDataSource _dataSource;
    private readonly ProcessWriter _writer;
    private int _disposed;

    public PostgresProcessJournal(
        NpgsqlDataSource dataSource, JournalOptions options, TimeProvider time,
        ILogger<PostgresProcessJournal> logger)
    {
        _dataSource = dataSource;
        _writer = new ProcessWriter(dataSource, options, time, logger);
    }

    public ValueTask<ProcessRow?> Load(ProcessId id, CancellationToken cancellationToken) =>
        Availability.Guard(async () =>
        {
            var rows = await _dataSource.ReadList(
                "select version, state from processes where kind = $1 and id = $2",
                [Sql.Value((short)id.Kind), Sql.Value(id.Value)],
                reader => new ProcessRow(id, reader.GetInt64(0), reader.GetString(1)),
                cancellationToken);
            return rows is [var row] ? row : null;
        });

    public Task<ProcessCommit> Write(ProcessWrite write) => _writer.Write(write);

    public ValueTask<IReadOnlyList<ProcessId>> FindDue(
        int limit, CancellationToken cancellationToken) =>
        Availability.Guard(() => _dataSource.ReadList(
            DueSql,
            [Sql.Value(limit)],
            reader => new ProcessId((ProcessKind)reader.GetInt16(0), reader.GetString(1)),
            cancellationToken));

    public async ValueTask Beat(TimeSpan outageAfter, CancellationToken cancellationToken) =>
        await Availability.Guard(() => _dataSource.ReadList(
            BeatSql, [Sql.Value(outageAfter)], _ => true, cancellationToken));

    public ValueTask<IReadOnlyList<Outage>> FindOutages(
        DateTimeOffset since, CancellationToken cancellationToken) =>
        Availability.Guard(() => _dataSource.ReadList(
            "select from_at, to_at from outages where to_at > $1 order by to_at",
            [Sql.Value(since.ToUniversalTime())],
            reader => new Outage(
                reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1)),
            cancellationToken));

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _writer.DisposeAsync();
        }
    }
}
