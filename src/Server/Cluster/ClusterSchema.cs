using Npgsql;
using OrleansWallet.Api.Hosting;

namespace OrleansWallet.Server.Cluster;

/// <summary>
/// The tables by which silos find each other and remember subscriptions. Their scripts belong to
/// the Orleans release and are not in its packages: whoever runs a cluster brings them.
/// </summary>
internal static class ClusterSchema
{
    /// <summary>In the order in which they are applied.</summary>
    public static readonly IReadOnlyList<string> Scripts =
        ["PostgreSQL-Main.sql", "PostgreSQL-Clustering.sql", "PostgreSQL-Persistence.sql"];

    // The tables that the scripts make, in the same order.
    private static readonly string[] _tables =
        ["orleansquery", "orleansmembershiptable", "orleansstorage"];

    /// <summary>Applies those scripts whose table is missing.</summary>
    /// <exception cref="SettingException">A script is missing.</exception>
    public static async Task Apply(
        NpgsqlDataSource database, string folder, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        for (var i = 0; i < Scripts.Count; i++)
        {
            if (await Exists(connection, _tables[i], cancellationToken))
            {
                continue;
            }

            var file = Path.Combine(folder, Scripts[i]);
            if (!File.Exists(file))
            {
                throw new SettingException($"--orleans-sql: there is no file '{file}'");
            }

            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var script = new NpgsqlCommand(
                await File.ReadAllTextAsync(file, cancellationToken), connection);
            await script.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <exception cref="SettingException">The tables are not there.</exception>
    public static async Task Require(
        NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var table in _tables)
        {
            if (!await Exists(connection, table, cancellationToken))
            {
                throw new SettingException(
                    "The database has no tables for a cluster: 'migrate --orleans-sql FOLDER' "
                    + $"makes them by the Orleans release's scripts ({string.Join(", ", Scripts)})");
            }
        }
    }

    private static async Task<bool> Exists(
        NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select to_regclass($1) is not null", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = table });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
