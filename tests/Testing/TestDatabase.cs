using Npgsql;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Testing;

/// <summary>A database of its own for a test or a class of tests; dropped at its end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _server;
    private readonly string _name;
    private readonly List<NpgsqlDataSource> _more = [];

    private TestDatabase(string server, string name)
    {
        _server = server;
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server)
        {
            Database = name,
            MaxPoolSize = 20,
            // Many databases are alive at once, and the server's connections are bounded.
            ConnectionIdleLifetime = 5,
            ConnectionPruningInterval = 1,
        }.ConnectionString;
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>A migrated database.</summary>
    public static async Task<TestDatabase> Create(string? server = null)
    {
        var database = await CreateEmpty(server);
        await new Migrator(database.DataSource).Apply(CancellationToken.None);
        return database;
    }

    public static async Task<TestDatabase> CreateEmpty(string? server = null)
    {
        server ??= TestServer.ConnectionString;
        var name = $"test_{Guid.NewGuid():N}";
        await TestServer.Execute($"create database {name}", server);
        return new TestDatabase(server, name);
    }

    /// <summary>Another pool to the same database, closed with it.</summary>
    public NpgsqlDataSource Connect(Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString);
        change(builder);
        var dataSource = NpgsqlDataSource.Create(builder.ConnectionString);
        _more.Add(dataSource);
        return dataSource;
    }

    /// <summary>Another pool whose statements <paramref name="capture"/> hears.</summary>
    public NpgsqlDataSource Connect(SqlCapture capture)
    {
        var dataSource = new NpgsqlDataSourceBuilder(ConnectionString)
            .UseLoggerFactory(capture).Build();
        _more.Add(dataSource);
        return dataSource;
    }

    public async Task Execute(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        command.CommandTimeout = 120;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        command.CommandTimeout = 120;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetFieldValue<T>(0);
    }

    /// <summary>The first column of every row.</summary>
    public async Task<List<T>> Column<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetFieldValue<T>(0));
        }

        return values;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var dataSource in _more)
        {
            await dataSource.DisposeAsync();
        }

        await DataSource.DisposeAsync();
        await TestServer.Execute($"drop database {_name} with (force)", _server);
    }
}
