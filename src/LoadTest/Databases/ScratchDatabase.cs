using Npgsql;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.LoadTest.Databases;

/// <summary>A database with the journal's tables, dropped when this ends.</summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private const int PreparedStatementsMax = 100;

    private readonly NpgsqlDataSource _server;
    private readonly string _name;

    private ScratchDatabase(NpgsqlDataSource server, NpgsqlDataSource database, string name)
    {
        _server = server;
        Source = database;
        _name = name;
    }

    public NpgsqlDataSource Source { get; }

    /// <param name="connectionString">A server on which the role may make databases.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NpgsqlException">The server is away or does not let it.</exception>
    public static async Task<ScratchDatabase> CreateAsync(
        string connectionString, CancellationToken cancellationToken)
    {
        var name = "wallet_load_" + Guid.NewGuid().ToString("N")[..12];
        var server = NpgsqlDataSource.Create(connectionString);
        await ExecuteAsync(server, $"create database {name}", cancellationToken);
        var database = NpgsqlDataSource.Create(
            // Statements are prepared as the server's are.
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                Database = name,
                MaxAutoPrepare = PreparedStatementsMax,
                AutoPrepareMinUsages = 2,
                NoResetOnClose = true,
            }.ConnectionString);
        await new Migrator(database).Apply(cancellationToken);
        return new ScratchDatabase(server, database, name);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await ExecuteAsync(_server, $"drop database {_name} with (force)", default);
        await _server.DisposeAsync();
    }

    private static async Task ExecuteAsync(
        NpgsqlDataSource server, string sql, CancellationToken cancellationToken)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
