using Npgsql;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Tests.Verification;

/// <summary>Databases of one test class, on the server that <c>ConnectionStrings__Wallet</c> names.</summary>
internal sealed class TestDatabases : IAsyncDisposable
{
    private readonly string _server =
        Environment.GetEnvironmentVariable("ConnectionStrings__Wallet")
        ?? throw new InvalidOperationException("ConnectionStrings__Wallet names no server");

    private readonly List<string> _made = [];

    /// <summary>An empty journal.</summary>
    public async Task<string> Create()
    {
        var name = await Make("");
        await using var dataSource = Open(name);
        await new Migrator(dataSource).Apply(CancellationToken.None);
        return name;
    }

    /// <summary>A copy; nobody may be connected to <paramref name="template"/>.</summary>
    public Task<string> Clone(string template) => Make($"template {template}");

    public NpgsqlDataSource Open(string name) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(_server) { Database = name, MaxPoolSize = 8 });

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _made)
        {
            await Execute($"drop database if exists {name} with (force)");
        }
    }

    private async Task<string> Make(string options)
    {
        var name = $"verify_{Guid.NewGuid():n}";
        await Execute($"create database {name} {options}");
        _made.Add(name);
        return name;
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
