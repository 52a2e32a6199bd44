using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansWallet.Contracts;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Engines.Local;
using OrleansWallet.Grains;
using OrleansWallet.Import.Posting;
using OrleansWallet.Import.Reports;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Journal.Verification;
using OrleansWallet.Testing;

namespace OrleansWallet.Import.Tests.Runs;

/// <summary>A database and a folder of exports; each import runs as a process of its own.</summary>
public sealed class ImportGrid : IAsyncDisposable
{
    private ImportGrid(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public ExportFolder Exports { get; } = new();

    public static async Task<ImportGrid> Create() => new(await TestDatabase.Create());

    /// <summary>Imports the folder; the report is as a machine reads it.</summary>
    /// <param name="locked">What becomes of locked amounts.</param>
    /// <param name="hook">Puts something around the wallets.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task<(ImportReport Report, JsonElement Json)> Import(
        LockedPolicy locked = LockedPolicy.Hold, Func<IGrains, IGrains>? hook = null,
        CancellationToken cancellationToken = default)
    {
        await using var journal = CreateJournal();
        using var grid = CreateGrid(journal);
        var target = new ImportTarget(hook?.Invoke(grid) ?? grid, Database.DataSource);
        return await Run(Options(locked), target, cancellationToken);
    }

    internal async Task<(ImportReport Report, JsonElement Json)> DryRun(
        LockedPolicy locked = LockedPolicy.Hold) => await Run(Options(locked), null, default);

    /// <summary>All balances, as <c>alice spot BTC 1.00000000+0.50000000</c>, in order.</summary>
    public Task<List<string>> Balances() => Database.Column<string>(
        """
        select w.id || ' ' || case b.account when 0 then 'spot' else 'savings' end || ' '
               || b.currency || ' ' || b.available || '+' || b.locked
          from balances b join wallets w on w.no = b.wallet_no order by 1
        """);

    public Task<List<string>> Holds() => Database.Column<string>(
        """
        select w.id || ' ' || h.name || ' ' || h.remaining
          from holds h join wallets w on w.no = h.wallet_no order by 1
        """);

    public Task<long> Entries() => Database.Scalar<long>("select count(*) from entries");

    /// <summary>Runs commands of somebody else.</summary>
    public async Task Execute(string user, params WalletCommand[] commands)
    {
        await using var journal = CreateJournal();
        using var grid = CreateGrid(journal);
        foreach (var command in commands)
        {
            await grid.Wallet(new WalletId(user)).Execute(command);
        }
    }

    public async Task Verify()
    {
        var report = await new Verifier(Database.DataSource, CurrencyRegistry.Default)
            .Run(null, default);
        Assert.True(report.IsClean, string.Join('\n', report.Checks.SelectMany(c => c.Examples)));
    }

    public async ValueTask DisposeAsync()
    {
        Exports.Dispose();
        await Database.DisposeAsync();
    }

    private static async Task<(ImportReport Report, JsonElement Json)> Run(
        ImportOptions options, ImportTarget? target, CancellationToken cancellationToken)
    {
        using var run = new ImportRun(
            options, CurrencyRegistry.Default, new ImportProgress(), TimeProvider.System);
        var report = await run.Run(target, cancellationToken);
        using var stream = new MemoryStream();
        ImportReportJson.Write(report, stream);
        return (report, JsonDocument.Parse(stream.ToArray()).RootElement);
    }

    private static LocalGrains CreateGrid(PostgresJournal journal) => new(
        grains => new GrainServices(
            grains, journal, new LocalBalanceStream(), TimeProvider.System,
            new GrainOptions { RecoveryAge = TimeSpan.Zero }, NullLogger.Instance),
        new LocalEngineOptions(), TimeProvider.System);

    private PostgresJournal CreateJournal() => new(
        Database.DataSource, CurrencyRegistry.Default, new JournalOptions(),
        TimeProvider.System, NullLogger<PostgresJournal>.Instance);

    private ImportOptions Options(LockedPolicy locked) => new()
    {
        Files = Exports.Files,
        LockedPolicy = locked,
        InFlightMax = 100,
        RetryLimit = TimeSpan.FromSeconds(30),
    };
}
