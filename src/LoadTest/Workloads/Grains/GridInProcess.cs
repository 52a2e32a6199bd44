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

namespace OrleansWallet.LoadTest.Workloads.Grains;

/// <summary>A grid of this process on a database of its own, which is dropped with it.</summary>
internal sealed class GridInProcess : ILoadTarget
{
    private const int PreparedStatementsMax = 100;

    private readonly NpgsqlDataSource _server;
    private readonly NpgsqlDataSource _database;
    private readonly string _name;
    private readonly PostgresJournal _journal;
    private readonly PostgresProcessJournal _processes;
    private readonly LocalGrains _grains;
    private readonly GrainCommands _commands;

    private GridInProcess(NpgsqlDataSource server, NpgsqlDataSource database, string name)
    {
        _server = server;
        _database = database;
        _name = name;
        var options = new JournalOptions();
        _journal = new PostgresJournal(
            database, CurrencyRegistry.Default, options, TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);
        _processes = new PostgresProcessJournal(
            database, options, TimeProvider.System, NullLogger<PostgresProcessJournal>.Instance);
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
    public NpgsqlDataSource Database => _database;

    /// <param name="connectionString">
    /// A PostgreSQL server on which the role may make databases; the named one is left alone.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NpgsqlException">The server is away or does not let it.</exception>
    public static async Task<GridInProcess> StartAsync(
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
            }.ConnectionString);
        await new Migrator(database).Apply(cancellationToken);
        return new GridInProcess(server, database, name);
    }

    /// <summary>Checks the books and all that must hold besides.</summary>
    public async Task<LoadChecks> VerifyAsync(CancellationToken cancellationToken) =>
        new(await BookChecks.RunAsync(_database, cancellationToken), [], null);

    public async ValueTask DisposeAsync()
    {
        _grains.Dispose();
        await _processes.DisposeAsync();
        await _journal.DisposeAsync();
        await _database.DisposeAsync();
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
