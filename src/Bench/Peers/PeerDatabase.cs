using Npgsql;

namespace OrleansWallet.Bench.Peers;

/// <summary>Makes the databases of the peers on the server that all sides share.</summary>
internal sealed class PeerDatabase(NpgsqlConnectionStringBuilder server)
{
    // Until none is at work, at most half a minute. Within one transaction the view stands still.
    private const string AwaitVacuums = """
        do $$ begin
          for i in 1..150 loop
            exit when not exists (
              select from pg_stat_activity where backend_type = 'autovacuum worker');
            perform pg_sleep(0.2), pg_stat_clear_snapshot();
          end loop;
        end $$
        """;

    private static readonly string[] _pgledgerFiles =
    [
        "vendor/scoville-pgsql-ulid/ulid-to-uuid.sql",
        "vendor/scoville-pgsql-ulid/uuid-to-ulid.sql",
        "pgledger.sql",
    ];

    /// <summary>
    /// Ends what the run before left to do, so that the next does not pay for it: its pages are
    /// written, and a vacuum that began by itself has ended.
    /// </summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(server.Database, AwaitVacuums, cancellationToken);
        await ExecuteAsync(server.Database, "checkpoint", cancellationToken);
    }

    /// <summary>Balances behind row locks.</summary>
    public Task MakeLocksAsync(string name, CancellationToken cancellationToken) =>
        MakeAsync(name, [SqlFile.PathOf("locks-schema")], cancellationToken);

    /// <param name="name">Of the database.</param>
    /// <param name="folder">pgledger's sources.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BenchFailedException">They are not there.</exception>
    public async Task MakePgledgerAsync(
        string name, string folder, CancellationToken cancellationToken)
    {
        string[] files = [.. _pgledgerFiles.Select(file => Path.Combine(folder, file))];
        if (Array.Find(files, file => !File.Exists(file)) is { } missing)
        {
            throw new BenchFailedException($"{missing} is not there");
        }

        await MakeAsync(
            name, [.. files, SqlFile.PathOf("pgledger-accounts")], cancellationToken);
    }

    public Task DropAsync(string name) =>
        ExecuteAsync(server.Database, $"drop database if exists {name} with (force)", default);

    private async Task MakeAsync(
        string name, IEnumerable<string> files, CancellationToken cancellationToken)
    {
        await DropAsync(name);
        await ExecuteAsync(server.Database, $"create database {name}", cancellationToken);
        foreach (var file in files)
        {
            await ExecuteAsync(
                name, await File.ReadAllTextAsync(file, cancellationToken), cancellationToken);
        }

        await ExecuteAsync(name, "vacuum analyze", cancellationToken);
    }

    private async Task ExecuteAsync(
        string? database, string sql, CancellationToken cancellationToken)
    {
        var target = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Database = database,
            Pooling = false,
            CommandTimeout = 0,
        };
        await using var connection = new NpgsqlConnection(target.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
