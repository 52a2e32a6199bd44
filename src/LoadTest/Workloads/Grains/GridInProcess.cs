using Npgsql;
using OrleansWallet.Contracts;
using OrleansWallet.Domain.Money;
using OrleansWallet.Engines.Local;

namespace OrleansWallet.LoadTest.Workloads.Grains;

/// <summary>A grid of this process on a database of its own, which is dropped with it.</summary>
internal sealed class GridInProcess : ILoadTarget
{
    private readonly ScratchJournals _journals;
    private readonly LocalGrains _grains;
    private readonly GrainCommands _commands;

    private GridInProcess(ScratchJournals journals)
    {
        _journals = journals;
        var (balances, processes) = (new LocalBalanceStream(), new LocalProcessStream());
        _grains = new LocalGrains(
            grains => journals.CreateServices(grains, balances, processes),
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
    public NpgsqlDataSource Database => _journals.Database;

    /// <inheritdoc cref="ScratchJournals.CreateAsync" />
    public static async Task<GridInProcess> StartAsync(
        string connectionString, CancellationToken cancellationToken) =>
        new(await ScratchJournals.CreateAsync(connectionString, cancellationToken));

    /// <summary>Checks the books and all that must hold besides.</summary>
    public async Task<LoadChecks> VerifyAsync(CancellationToken cancellationToken) =>
        new(await BookChecks.RunAsync(Database, cancellationToken), [], null);

    public async ValueTask DisposeAsync()
    {
        _grains.Dispose();
        await _journals.DisposeAsync();
    }
}
