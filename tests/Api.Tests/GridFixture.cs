namespace OrleansWallet.Api.Tests;

/// <summary>A database and a server with default settings, for the tests of one class.</summary>
public sealed class GridFixture : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public TestGrid Grid { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.Create();
        Grid = await TestGrid.Start(Database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await Grid.DisposeAsync();
        await Database.DisposeAsync();
    }
}
