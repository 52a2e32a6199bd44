using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Domain.Money;
using OrleansWallet.Engines.Local;
using OrleansWallet.Grains.Recovery;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Testing;

namespace OrleansWallet.Grains.Tests.Grid;

/// <summary>A database, and as many one-process grids on it as a test asks for.</summary>
public sealed class GridFixture : IAsyncLifetime
{
    private readonly List<PostgresJournal> _journals = [];
    private readonly List<LocalGrains> _grids = [];

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>The grid that tests share.</summary>
    public LocalGrains Grid { get; private set; } = null!;

    public IJournal Journal => _journals[0];

    /// <summary>Another process on the same database: its own journal, writer and wallets.</summary>
    public LocalGrains CreateGrid(GrainOptions? options = null)
    {
        var journal = new PostgresJournal(
            Database.DataSource, CurrencyRegistry.Default, new JournalOptions(),
            TimeProvider.System, NullLogger<PostgresJournal>.Instance);
        var grid = new LocalGrains(
            grains => new GrainServices(
                grains, journal, new LocalBalanceStream(), TimeProvider.System,
                options ?? new GrainOptions { RecoveryAge = TimeSpan.Zero }, NullLogger.Instance),
            new LocalEngineOptions(), TimeProvider.System);
        _journals.Add(journal);
        _grids.Add(grid);
        return grid;
    }

    /// <summary>Runs the recovery scan until it finds nothing.</summary>
    public async Task Recover()
    {
        var scan = new RecoveryScan(Grid.Services);
        for (var i = 0; await scan.RunOnce(default) > 0; i++)
        {
            Assert.True(i < 100, "recovery does not come to its end");
            // Delivered marks go with a later commit.
            await Task.Delay(150);
        }
    }

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.Create();
        Grid = CreateGrid();
    }

    public async Task DisposeAsync()
    {
        _grids.ForEach(g => g.Dispose());
        foreach (var journal in _journals)
        {
            await journal.DisposeAsync();
        }

        await Database.DisposeAsync();
    }
}
