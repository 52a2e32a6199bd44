using Npgsql;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;

namespace OrleansWallet.Journal.Tests.Verification;

/// <summary>Databases of one test class, made from nothing or as copies.</summary>
internal sealed class TestDatabases : IAsyncDisposable
{
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

    public static NpgsqlDataSource Open(string name) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(TestServer.ConnectionString)
        {
            Database = name,
            MaxPoolSize = 8,
        });

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _made)
        {
            await TestServer.Execute($"drop database if exists {name} with (force)");
        }
    }

    private async Task<string> Make(string options)
    {
        var name = $"verify_{Guid.NewGuid():n}";
        await TestServer.Execute($"create database {name} {options}");
        _made.Add(name);
        return name;
    }
}
