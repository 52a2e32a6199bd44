using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.TestingHost;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Money;
using OrleansWallet.Engines.Orleans.Hosting;
using OrleansWallet.Engines.Tests;
using OrleansWallet.Grains;
using OrleansWallet.Journal;

namespace OrleansWallet.Engines.Orleans.Tests;

/// <summary>A cluster of two silos in this process, and a front without a silo.</summary>
internal sealed class TwoSilos : IEngine
{
    private TwoSilos(InProcessTestCluster cluster) => Cluster = cluster;

    public InProcessTestCluster Cluster { get; }

    public IGrains Grains => Service<IGrains>();

    public IBalanceStream Stream => Service<IBalanceStream>();

    public static async Task<TwoSilos> Start(IJournal journal, OrleansOptions options)
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            AddMessages(silo.Services);
            silo.Services.AddSingleton(services => new GrainServices(
                services.GetRequiredService<IGrains>(), journal,
                services.GetRequiredService<IBalanceStream>(), TimeProvider.System,
                new GrainOptions(), NullLogger.Instance));
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.AddWalletEngine(options);
        });
        builder.ConfigureClient(client =>
        {
            AddMessages(client.Services);
            client.AddWalletEngine(options);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new TwoSilos(cluster);
    }

    public async Task Collect() => await Cluster.Client.GetGrain<IManagementGrain>(0)
        .ForceActivationCollection(TimeSpan.Zero);

    public async ValueTask DisposeAsync() => await Cluster.DisposeAsync();

    private static void AddMessages(IServiceCollection services)
    {
        services.AddSingleton(CurrencyRegistry.Default);
        services.AddSingleton<ProcessJson>();
    }

    private T Service<T>()
        where T : notnull =>
        Cluster.Client.ServiceProvider.GetRequiredService<T>();
}
