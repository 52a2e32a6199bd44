using Npgsql;
using OrleansWallet.Server;

namespace OrleansWallet.Api.Tests;

/// <summary>A database of its own on the server that <c>ConnectionStrings__Wallet</c> names.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "ConnectionStrings__Wallet";
    private readonly NpgsqlDataSource _server;
    private readonly string _name;

    private TestDatabase(string server, string name)
    {
        _server = NpgsqlDataSource.Create(server);
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server)
        {
            Database = name,
            MaxPoolSize = 20,
        }.ConnectionString;
    }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> Create()
    {
        var server = Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException(
                $"{Variable} must name a PostgreSQL server where databases can be created");
        var database = new TestDatabase(server, $"api_test_{Guid.NewGuid():N}");
        await database.Execute($"create database {database._name}");
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await Composition.Migrate(source, newEpoch: false, CancellationToken.None);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await Execute($"drop database {_name} with (force)");
        await _server.DisposeAsync();
    }

    private async Task Execute(string sql)
    {
        await using var command = _server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
