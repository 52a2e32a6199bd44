using Npgsql;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Api.Withdrawals;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Engines.Local;
using OrleansWallet.Grains;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Grains.Recovery;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Deposits;
using OrleansWallet.Journal.Postgres;
using OrleansWallet.Journal.Processes;
using OrleansWallet.Journal.Queries;
using OrleansWallet.Journal.Verification;
using OrleansWallet.Providers;
using OrleansWallet.Server.Payments;
using Spectre.Console;

namespace OrleansWallet.Server;

/// <summary>The one place that knows which journal and engine the server runs on.</summary>
internal static class Composition
{
    /// <summary>Journal, processes and providers: all that is the same under any engine.</summary>
    public static IServiceCollection AddGrid(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(GridSettings.ReadCurrencies(configuration));
        services.AddSingleton(GridSettings.Read<JournalOptions>(configuration, "Journal"));
        services.AddSingleton(GridSettings.Read<GrainOptions>(configuration, "Grains"));

        services.AddSingleton<PostgresJournal>();
        services.AddSingleton<IJournal>(s => s.GetRequiredService<PostgresJournal>());
        services.AddSingleton<IJournalQueries, PostgresQueries>();

        services.AddSingleton<PostgresProcessJournal>();
        services.AddSingleton<IProcessJournal>(
            s => s.GetRequiredService<PostgresProcessJournal>());
        services.AddSingleton<IProcessQueries, PostgresProcessQueries>();
        services.AddSingleton<ProcessJson>();
        services.AddSingleton(s => WithdrawalSettings.Apply(
            GridSettings.ReadTerms(configuration), configuration,
            s.GetRequiredService<CurrencyRegistry>()));
        services.AddProviders(configuration);
        services.AddSingleton<IPrices, SourcePrices>();
        services.AddSingleton<IPaymentProvider, NowPaymentsDeposits>();
        services.AddSingleton<IPayoutProvider, NowPaymentsPayouts>();
        services.AddSingleton<IOutsideCalls>(s => new PayoutCalls(
            s.GetRequiredService<IPayoutProvider>(),
            new PaymentCalls(s.GetRequiredService<IPaymentProvider>(), NoOutside.Instance)));
        services.AddSingleton<IIpnLog, PostgresIpnLog>();
        services.AddSingleton<IDepositOrders, PostgresDepositOrders>();
        services.AddSingleton(s => new ProcessServices(
            s.GetRequiredService<IProcessJournal>(),
            s.GetRequiredService<ProcessJson>(),
            s.GetRequiredService<PlatformTerms>().CreateRules(),
            s.GetRequiredService<IProcessStream>(),
            s.GetRequiredService<IOutsideCalls>()));

        return services;
    }

    /// <summary>The grains of this process: the engine for one machine.</summary>
    public static IServiceCollection AddLocalEngine(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(GridSettings.Read<LocalEngineOptions>(configuration, "LocalEngine"));
        services.AddSingleton<IProcessStream, LocalProcessStream>();
        services.AddSingleton<IBalanceStream, LocalBalanceStream>();
        services.AddSingleton(s => new LocalGrains(
            grains => CreateGrainServices(s, grains),
            s.GetRequiredService<LocalEngineOptions>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IGrains>(s => s.GetRequiredService<LocalGrains>());
        services.AddSingleton(s => s.GetRequiredService<LocalGrains>().Services);
        return services;
    }

    /// <summary>The heartbeat and the recovery scan, for a process that has grains.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services)
    {
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<RecoveryScan>();
        services.AddHostedService<RecoveryService>();
        return services;
    }

    /// <summary>What grains get, under any engine.</summary>
    public static GrainServices CreateGrainServices(IServiceProvider services, IGrains grains) =>
        new(
            grains,
            services.GetRequiredService<IJournal>(),
            services.GetRequiredService<IBalanceStream>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<GrainOptions>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("OrleansWallet.Grains"))
        {
            Processes = services.GetRequiredService<ProcessServices>(),
        };

    /// <summary>Brings the schema to this version's, and maybe begins a new generation.</summary>
    /// <exception cref="SettingException">The database is newer, or was changed.</exception>
    public static async Task Migrate(
        NpgsqlDataSource database, bool newEpoch, CancellationToken cancellationToken)
    {
        var migrator = new Migrator(database);
        try
        {
            await migrator.Apply(cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            throw new SettingException(e.Message, e);
        }

        if (newEpoch)
        {
            await migrator.StartGeneration(cancellationToken);
        }
    }

    /// <summary>Checks the database's journal and writes what was found.</summary>
    /// <returns>Whether everything holds.</returns>
    public static async Task<bool> Verify(
        NpgsqlDataSource database, IConfiguration configuration, IAnsiConsole console,
        CancellationToken cancellationToken)
    {
        var currencies = GridSettings.ReadCurrencies(configuration);
        var report = await new Verifier(database, currencies).Run(null, cancellationToken);
        VerificationTables.Write(console, report, currencies);
        return report.IsClean;
    }
}
