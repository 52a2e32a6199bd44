using Npgsql;

namespace OrleansWallet.Chaos.Processes;

/// <summary>A PostgreSQL of its own, as scripts/lib/postgres.sh makes it: fsync is on.</summary>
public sealed class Cluster
{
    private const string Functions =
        "set -u; . \"$0/scripts/lib/common.sh\"; . \"$0/scripts/lib/postgres.sh\"; ";

    // Ends the writer's backend in the middle of a COMMIT when it comes upon one in time: the
    // commit then happens, and the server does not hear of it. Else in the middle of a batch, or
    // between two of them: only the writer's connection begins and ends transactions by itself.
    private const string EndWriterSql =
        """
        create function end_writer(wait interval) returns bigint language plpgsql as $$
        declare
          started constant timestamptz := clock_timestamp();
          ended bigint;
        begin
          loop
            perform pg_stat_clear_snapshot();
            select count(*) into ended from (
              select pg_terminate_backend(pid) from pg_stat_activity
               where application_name = 'OrleansWallet' and state = 'active'
                 and query = 'commit') committing;
            exit when ended > 0 or clock_timestamp() >= started + wait;
          end loop;
          if ended = 0 then
            select count(*) into ended from (
              select pg_terminate_backend(pid) from pg_stat_activity
               where application_name = 'OrleansWallet'
                 and (xact_start is not null or query ~* '^(begin|commit|rollback)')) writers;
          end if;
          return ended;
        end $$
        """;

    private readonly string _directory;
    private NpgsqlDataSource? _wallet;
    private NpgsqlDataSource? _superuser;
    private bool _isUp;

    public Cluster(string directory) => _directory = directory;

    /// <summary>Of the wallet's database; known after the first start.</summary>
    public string ConnectionString { get; private set; } = "";

    public async Task Create()
    {
        var lines = (await Run(
            "pg_start \"$1\" >&2 && pg_ensure_database wallet "
            + "&& pg_connection_string wallet wallet "
            + "&& pg_connection_string postgres postgres"))
            .Split('\n');
        ConnectionString = lines[0];
        _isUp = true;
        _wallet = Connect(lines[0]);
        _superuser = Connect(lines[1]);
        await using var command = _superuser.CreateCommand(EndWriterSql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Starts it unless it runs.</summary>
    public async Task Start()
    {
        if (!_isUp)
        {
            await Run("pg_start \"$1\" >&2");
            _isUp = true;
        }
    }

    /// <summary>Stops it like a crash: nothing is finished, nothing is flushed.</summary>
    public async Task Crash()
    {
        _isUp = false;
        await Run("pg_crash \"$1\"");
    }

    /// <summary>Ends the backend of the server's writer.</summary>
    /// <param name="wait">How long to wait for a commit to end it in.</param>
    /// <returns>False when there is no such backend.</returns>
    public async Task<bool> TerminateWriter(TimeSpan wait)
    {
        await using var command = _superuser!.CreateCommand("select end_writer($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = wait });
        return await command.ExecuteScalarAsync() is > 0L;
    }

    /// <summary>Money that was sent and has not arrived, as far as it is marked.</summary>
    public async Task<long> CountPostings()
    {
        await using var command = _wallet!.CreateCommand("select count(*) from postings");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task Stop()
    {
        _wallet?.Dispose();
        _superuser?.Dispose();
        await Crash();
    }

    /// <summary>Deletes it with its data.</summary>
    public Task Remove() => Run("pg_remove \"$1\"");

    private static NpgsqlDataSource Connect(string text) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(text) { Pooling = false, Timeout = 5 });

    private async Task<string> Run(string command)
    {
        var (code, output) = await Shell.Run(
            "bash", ["-c", Functions + command, Repository.Root, _directory]);
        return code == 0
            ? output.Trim()
            : throw new ChaosSetupException($"PostgreSQL: {command}: {output}");
    }
}
