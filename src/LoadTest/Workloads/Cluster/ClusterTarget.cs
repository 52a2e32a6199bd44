using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Engines.Orleans.Hosting;
using OrleansWallet.LoadTest.Workloads.Grains;

namespace OrleansWallet.LoadTest.Workloads.Cluster;

/// <summary>
/// The silos of a cluster, whose client this is: grain calls over the network without HTTP. The
/// run's wallets are new ones, which stay behind.
/// </summary>
internal sealed class ClusterTarget : ILoadTarget
{
    private readonly IHost _host;
    private readonly GrainCommands _commands;
    private readonly string _connectionString;
    private readonly string _run = "load-" + Guid.NewGuid().ToString("N")[..8];

    private ClusterTarget(IHost host, string connectionString)
    {
        _host = host;
        _connectionString = connectionString;
        _commands = new GrainCommands(
            host.Services.GetRequiredService<IGrains>(), CurrencyRegistry.Default["USD"]);
    }

    public IGridCommands Commands => _commands;

    public IReadOnlyList<LoadFact> Facts => [];

    public IReadOnlyList<string> Refusals => [];

    /// <summary>Joins the cluster of the database, by the settings of section <c>Cluster</c>.
    /// </summary>
    public static async Task<ILoadTarget> StartAsync(
        LoadOptions options, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var cluster = builder.Configuration.GetSection("Cluster").Get<OrleansOptions>() ?? new();
        builder.Services.AddSingleton(CurrencyRegistry.Default);
        builder.Services.AddSingleton(new ProcessJson(CurrencyRegistry.Default));
        builder.AddOrleansFront(cluster, options.ConnectionString!);
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new ClusterTarget(host, options.ConnectionString!);
    }

    public LoadWallets Wallets(string part, int count) => new($"{_run}-{part}-", count);

    public IWorkload CreateTrades(LoadOptions options) => new GrainTradeWorkload(
        _commands, Wallets("seller", options.Wallets), Wallets("buyer", options.Wallets),
        new Picker(options.Wallets, options.Zipf));

    /// <summary>The books of the cluster's database.</summary>
    public async Task<LoadChecks> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(_connectionString);
        return new LoadChecks(await BookChecks.RunAsync(database, cancellationToken), [], null);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
