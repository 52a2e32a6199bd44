using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Engines.Orleans.Hosting;
using OrleansWallet.LoadTest.Workloads.Grains;

namespace OrleansWallet.LoadTest.Workloads.Cluster;

/// <summary>
/// A silo of this process, as a front has one beside it, on a database that is dropped with it:
/// what the cluster costs a call that crosses no network.
/// </summary>
internal sealed class SiloTarget : ILoadTarget
{
    private readonly IHost _host;
    private readonly ScratchJournals _journals;
    private readonly GrainCommands _commands;

    private SiloTarget(IHost host, ScratchJournals journals)
    {
        _host = host;
        _journals = journals;
        _commands = new GrainCommands(
            host.Services.GetRequiredService<IGrains>(), CurrencyRegistry.Default["USD"]);
    }

    public IGridCommands Commands => _commands;

    public IReadOnlyList<LoadFact> Facts => [];

    public IReadOnlyList<string> Refusals => [];

    public static async Task<ILoadTarget> StartAsync(
        LoadOptions options, CancellationToken cancellationToken)
    {
        var journals = await ScratchJournals.CreateAsync(
            options.ConnectionString!, cancellationToken);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(CurrencyRegistry.Default);
        builder.Services.AddSingleton(new ProcessJson(CurrencyRegistry.Default));
        builder.Services.AddSingleton(services => journals.CreateServices(
            services.GetRequiredService<IGrains>(),
            services.GetRequiredService<IBalanceStream>(),
            services.GetRequiredService<IProcessStream>()));
        builder.AddLoneOrleansSilo(
            new OrleansOptions { SiloPort = FreePort(), GatewayPort = FreePort() });
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new SiloTarget(host, journals);
    }

    public LoadWallets Wallets(string part, int count) => new(part + "-", count);

    public IWorkload CreateTrades(LoadOptions options) => new GrainTradeWorkload(
        _commands, Wallets("seller", options.Wallets), Wallets("buyer", options.Wallets),
        new Picker(options.Wallets, options.Zipf));

    public async Task<LoadChecks> VerifyAsync(CancellationToken cancellationToken) =>
        new(await BookChecks.RunAsync(_journals.Database, cancellationToken), [], null);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _journals.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
