using Npgsql;

namespace OrleansWallet.Journal.Tests.Verification;

/// <summary>A database with a healthy history, written once; tests corrupt copies of it.</summary>
public sealed class HealthyDatabase : IAsyncLifetime, IAsyncDisposable
{
    private readonly TestDatabases _databases = new();
    private string _template = "";

    public async Task InitializeAsync()
    {
        _template = await _databases.Create();
        await using var dataSource = TestDatabases.Open(_template);
        await using var grid = new Grid(dataSource);
        await HealthyHistory.Write(grid);
        await HealthyProcesses.Write(grid, dataSource);
    }

    public async Task DisposeAsync() => await _databases.DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => _databases.DisposeAsync();

    internal async Task<NpgsqlDataSource> Copy() =>
        TestDatabases.Open(await _databases.Clone(_template));
}
