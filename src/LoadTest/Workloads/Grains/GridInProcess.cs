using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Engines.Local;
using OrleansWallet.Grains;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Journal.Processes;
using OrleansWallet.LoadTest.Databases;

namespace OrleansWallet.LoadTest.Workloads.Grains;

/// <summary>A grid of this process on a database of its own, which is dropped with it.</summary>
internal sealed class GridInProcess : ILoadTarget
{
    private readonly ScratchDatabase _database;
    private readonly PostgresJournal _journal;
    private readonly PostgresProcessJournal _processes;
    private readonly LocalGrains _grains;
    private readonly GrainCommands _commands;

    private GridInProcess(ScratchDatabase database)
    {
        _database = database;
        var options = new JournalOptions();
        _journal = new PostgresJournal(
            database.Source, CurrencyRegistry.Default, options, TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);
        _processes = new PostgresProcessJournal(
            database.Source, options, TimeProvider.System,
            NullLogger<PostgresProcessJournal>.Instance);
        var services = new ProcessServices(
            _processes, new ProcessJson(CurrencyRegistry.Default),
            new PlatformTerms().CreateRules(), new LocalProcessStream(), NoOutside.Instance);
        var stream = new LocalBalanceStream();
        _grains = new LocalGrains(
            grains => new GrainServices(
                grains, _journal, stream, TimeProvider.System, new GrainOptions(),
                NullLogger.Instance)
            {
                Processes = services,
            },
            new LocalEngineOptions(), TimeProvider.System);
        _commands = new GrainCommands(_grains, CurrencyRegistry.Default["USD"]);
    }

    public IGrains Grains => _grains;

    public IGridCommands Commands => _commands;

    public IReadOnlyList<LoadFact> Facts => [];

    public IReadOnlyList<string> Refusals => [];

    public LoadWallets Wallets(string part, int count) => new(part + "-", count);

    public IWorkload CreateTrades(LoadOptions options) => new GrainTradeWorkload(
        _commands, Wallets("seller", options.Wallets), Wallets("buyer", options.Wallets),
        new Picker(options.Wallets, options.Zipf));

    /// <summary>The grid's own database.</summary>
    public NpgsqlDataSource Database => _database.Source;

    /// <param name="connectionString">
    /// A PostgreSQL server on which the role may make databases; the named one is left alone.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NpgsqlException">The server is away or does not let it.</exception>
    public static async Task<GridInProcess> StartAsync(
        string connectionString, CancellationToken cancellationToken) =>
        new(await ScratchDatabase.CreateAsync(connectionString, cancellationToken));

    /// <summary>Checks the books and all that must hold besides.</summary>
    public async Task<LoadChecks> VerifyAsync(CancellationToken cancellationToken) =>
        new(await BookChecks.RunAsync(Database, cancellationToken), [], null);

    public async ValueTask DisposeAsync()
    {
        _grains.Dispose();
        await _processes.DisposeAsync();
        await _journal.DisposeAsync();
        await _database.DisposeAsync();
    }
}
