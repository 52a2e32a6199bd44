using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Journal.Processes;
using OrleansWallet.LoadTest.Databases;

namespace OrleansWallet.LoadTest.Workloads.Grains;

/// <summary>What grains of this process commit to: a database of their own, dropped with it.</summary>
internal sealed class ScratchJournals : IAsyncDisposable
{
    private readonly ScratchDatabase _database;
    private readonly PostgresJournal _journal;
    private readonly PostgresProcessJournal _processes;

    private ScratchJournals(ScratchDatabase database)
    {
        _database = database;
        var options = new JournalOptions();
        _journal = new PostgresJournal(
            database.Source, CurrencyRegistry.Default, options, TimeProvider.System,
            NullLogger<PostgresJournal>.Instance);
        _processes = new PostgresProcessJournal(
            database.Source, options, TimeProvider.System,
            NullLogger<PostgresProcessJournal>.Instance);
    }

    public NpgsqlDataSource Database => _database.Source;

    /// <param name="connectionString">
    /// A PostgreSQL server on which the role may make databases; the named one is left alone.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="NpgsqlException">The server is away or does not let it.</exception>
    public static async Task<ScratchJournals> CreateAsync(
        string connectionString, CancellationToken cancellationToken) =>
        new(await ScratchDatabase.CreateAsync(connectionString, cancellationToken));

    /// <summary>What the grains of an engine get.</summary>
    public GrainServices CreateServices(
        IGrains grains, IBalanceStream balances, IProcessStream processes) =>
        new(
            grains, _journal, balances, TimeProvider.System, new GrainOptions(),
            NullLogger.Instance)
        {
            Processes = new ProcessServices(
                _processes, new ProcessJson(CurrencyRegistry.Default),
                new PlatformTerms().CreateRules(), processes, NoOutside.Instance),
        };

    public async ValueTask DisposeAsync()
    {
        await _processes.DisposeAsync();
        await _journal.DisposeAsync();
        await _database.DisposeAsync();
    }
}
