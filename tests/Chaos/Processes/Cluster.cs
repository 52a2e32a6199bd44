using Npgsql;

namespace OrleansWallet.Chaos.Processes;

/// <summary>A PostgreSQL of its own, as scripts/lib/postgres.sh makes it: fsync is on.</summary>
public sealed class Cluster
{
    private const string Functions =
        "set -u; . \"$0/scripts/lib/common.sh\"; . \"$0/scripts/lib/postgres.sh\"; ";

    // The writer's batches begin and end with these; reads look otherwise.
    private const string TerminateWriterSql =
        """
        select count(*) from (
          select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'OrleansWallet' and datname = 'wallet'
             and (xact_start is not null
               or query ~* '^(begin|commit|rollback|insert|update|delete)')) ended
        """;

    private readonly string _directory;
    private NpgsqlDataSource? _superuser;

    public Cluster(string directory) => _directory = directory;

    /// <summary>Of the wallet's database; known after the first start.</summary>
    public string ConnectionString { get; private set; } = "";

    public async Task Create()
    {
        var lines = (await Run(
            "pg_start \"$1\" >&2 && pg_ensure_database wallet "
            + "&& pg_connection_string wallet wallet && pg_connection_string wallet postgres"))
            .Split('\n');
        ConnectionString = lines[0];
        _superuser = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(lines[1]) { Pooling = false, Timeout = 5 });
    }

    public Task Start() => Run("pg_start \"$1\" >&2");

    /// <summary>Stops it like a crash: nothing is finished, nothing is flushed.</summary>
    public Task Crash() => Run("pg_crash \"$1\"");

    /// <summary>Ends the backend of the server's writer, with a commit under way or without.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<long> TerminateWriter() => (long)await Scalar(TerminateWriterSql);

    public async Task<long> CountPostings() =>
        (long)await Scalar("select count(*) from postings");

    public async Task Stop()
    {
        if (_superuser is not null)
        {
            await _superuser.DisposeAsync();
        }

        await Run("pg_crash \"$1\"");
    }

    /// <summary>Deletes it with its data.</summary>
    public Task Remove() => Run("pg_remove \"$1\"");

    private async Task<object> Scalar(string sql)
    {
        await using var command = _superuser!.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())!;
    }

    private async Task<string> Run(string command)
    {
        var (code, output) = await Shell.Run(
            "bash", ["-c", Functions + command, Repository.Root, _directory]);
        return code == 0
            ? output.Trim()
            : throw new ChaosSetupException($"PostgreSQL: {command}: {output}");
    }
}
