using System.Globalization;
using System.Reflection;
using Npgsql;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Journal.Postgres;

/// <summary>Applies the numbered migrations, each once and in its own transaction.</summary>
/// <remarks>An advisory lock lets several servers start at once.</remarks>
public sealed class Migrator(NpgsqlDataSource dataSource)
{
    private const long LockNumber = 0x0_6f77_6d69_6772;

    /// <returns>The names of the migrations that were applied now.</returns>
    /// <exception cref="InvalidOperationException">
    /// An applied migration differs from this build's, or the database is newer.
    /// </exception>
    public async Task<IReadOnlyList<string>> Apply(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await Execute(connection, $"select pg_advisory_lock({LockNumber})", cancellationToken);
        try
        {
            return await ApplyLocked(connection, cancellationToken);
        }
        finally
        {
            await Execute(connection, $"select pg_advisory_unlock({LockNumber})", CancellationToken.None);
        }
    }

    /// <summary>Starts a new generation of the journal, so that every client reloads.</summary>
    public async Task StartGeneration(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await Execute(
            connection, "update journal_generation set generation = gen_random_uuid()",
            cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ApplyLocked(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await Execute(
            connection,
            "create table if not exists schema_migrations (number int primary key, "
            + "name text not null, checksum text not null, "
            + "applied_at timestamptz not null default now())",
            cancellationToken);
        var applied = await ReadApplied(connection, cancellationToken);
        var migrations = Embedded();
        if (applied.Keys.Except(migrations.Select(m => m.Number)).Any())
        {
            throw new InvalidOperationException("the database is newer than this build");
        }

        var done = new List<string>();
        foreach (var migration in migrations)
        {
            if (!applied.TryGetValue(migration.Number, out var checksum))
            {
                await Apply(connection, migration, cancellationToken);
                done.Add(migration.Name);
            }
            else if (checksum != migration.Checksum)
            {
                throw new InvalidOperationException(
                    $"migration {migration.Name} was applied with other contents");
            }
        }

        return done;
    }

    private static async Task Apply(
        NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Execute(connection, migration.Sql, cancellationToken);
        await using var command = new NpgsqlCommand(
            "insert into schema_migrations (number, name, checksum) values ($1, $2, $3)",
            connection);
        command.Parameters.Add(Sql.Value(migration.Number));
        command.Parameters.Add(Sql.Value(migration.Name));
        command.Parameters.Add(Sql.Value(migration.Checksum));
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<Dictionary<int, string>> ReadApplied(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select number, checksum from schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return applied;
    }

    // Resources are named …Migrations.0001_name.sql.
    internal static List<Migration> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var migrations = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var at = resource.IndexOf(".Migrations.", StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var name = resource[(at + ".Migrations.".Length)..^".sql".Length];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var sql = reader.ReadToEnd();
            migrations.Add(new Migration(
                int.Parse(name[..4], CultureInfo.InvariantCulture), name, sql,
                Digest.Of(sql).ToString("x32", CultureInfo.InvariantCulture)));
        }

        return [.. migrations.OrderBy(m => m.Number)];
    }

    private static async Task Execute(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal sealed record Migration(int Number, string Name, string Sql, string Checksum);
}
