using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using OrleansWallet.Contracts;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Engines.Orleans.Streams;
using OrleansWallet.Engines.Orleans.Wallets;

namespace OrleansWallet.Engines.Orleans.Hosting;

/// <summary>
/// Adds the cluster to a host: a silo, or a front's connection to silos elsewhere. The host adds
/// <c>CurrencyRegistry</c>, <c>ProcessJson</c> and <c>TimeProvider</c>, and for a silo
/// <c>GrainServices</c>. Call it before other hosted services are added: they need the cluster.
/// </summary>
public static class OrleansEngine
{
    private const string Invariant = "Npgsql";
    private const string SubscriptionStore = "PubSubStore";

    /// <summary>A silo whose members find each other in the database.</summary>
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    public static void AddOrleansSilo(
        this IHostApplicationBuilder builder, OrleansOptions options, string connectionString)
    {
        if (!IPAddress.TryParse(options.Address, out var address))
        {
            throw new ArgumentException($"Cluster:Address '{options.Address}' is no IP address");
        }

        builder.UseOrleans(silo =>
        {
            silo.ConfigureEndpoints(
                address, options.SiloPort, options.GatewayPort, listenOnAnyHostAddress: false);
            silo.UseAdoNetClustering(o =>
                (o.Invariant, o.ConnectionString) = (Invariant, connectionString));
            silo.AddAdoNetGrainStorage(SubscriptionStore, o =>
                (o.Invariant, o.ConnectionString) = (Invariant, connectionString));
            silo.Secure(options);
            silo.AddWalletEngine(options);
        });
    }

    /// <summary>
    /// A silo by itself: no other finds it, and it needs no tables of the cluster. What is
    /// subscribed to ends with it.
    /// </summary>
    public static void AddLoneOrleansSilo(
        this IHostApplicationBuilder builder, OrleansOptions options) =>
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort);
            silo.AddMemoryGrainStorage(SubscriptionStore);
            silo.AddWalletEngine(options);
        });

    /// <summary>A front's connection to silos that run elsewhere.</summary>
    public static void AddOrleansFront(
        this IHostApplicationBuilder builder, OrleansOptions options, string connectionString) =>
        builder.UseOrleansClient(client =>
        {
            client.UseAdoNetClustering(o =>
                (o.Invariant, o.ConnectionString) = (Invariant, connectionString));
            client.Secure(options);
            client.AddWalletEngine(options);
            // Silos may start later than their fronts.
            client.UseConnectionRetryFilter(async (_, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
                return true;
            });
        });

    /// <summary>The grains and streams of a silo, wherever its members come from.</summary>
    internal static ISiloBuilder AddWalletEngine(this ISiloBuilder silo, OrleansOptions options)
    {
        silo.Configure<ClusterOptions>(o => Name(o, options));
        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = options.TryTimeout);
        silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = options.IdleAfter);
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            o.ProbeTimeout = options.ProbeTimeout;
            o.NumMissedProbesLimit = options.MissedProbesMax;
            o.NumVotesForDeathDeclaration = options.DeathVotes;
            o.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            o.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        });
        silo.AddMemoryStreams(Partitions.Provider, streams =>
        {
            streams.ConfigurePartitioning(options.StreamQueues);
            streams.ConfigurePullingAgent(agent => agent.Configure(
                o => o.GetQueueMsgsTimerPeriod = options.StreamPollInterval));
        });
        Dashboard.Add(silo);
        AddShared(silo.Services, options);
        return silo;
    }

    /// <summary>A client's part of the same.</summary>
    internal static IClientBuilder AddWalletEngine(
        this IClientBuilder client, OrleansOptions options)
    {
        client.Configure<ClusterOptions>(o => Name(o, options));
        client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = options.TryTimeout);
        client.Configure<GatewayOptions>(
            o => o.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
        client.AddMemoryStreams(
            Partitions.Provider,
            streams => streams.ConfigurePartitioning(options.StreamQueues));
        Dashboard.Add(client);
        AddShared(client.Services, options);
        return client;
    }

    private static void Name(ClusterOptions cluster, OrleansOptions options) =>
        (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId);

    private static void AddShared(IServiceCollection services, OrleansOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GrainCalls>();
        services.AddSingleton<WalletOutboxes>();
        services.AddSingleton<IGrains, OrleansGrains>();
        services.AddSingleton<IBalanceStream, OrleansBalanceStream>();
        services.AddSingleton<IProcessStream, OrleansProcessStream>();
    }

    private static void Secure(this ISiloBuilder silo, OrleansOptions options)
    {
        if (options.Tls.Certificate is not null)
        {
            silo.UseTls(tls => TlsSetup.Configure(tls, options.Tls));
        }

        if (options.SharedSecret is { } secret)
        {
            // After TLS, and so within it.
            var handshake = new SecretHandshake(secret);
            silo.Configure<SiloConnectionOptions>(o =>
            {
                o.ConfigureSiloInboundConnection(handshake.Accept);
                o.ConfigureSiloOutboundConnection(handshake.Offer);
                o.ConfigureGatewayInboundConnection(handshake.Accept);
            });
        }
    }

    private static void Secure(this IClientBuilder client, OrleansOptions options)
    {
        if (options.Tls.Certificate is not null)
        {
            client.UseTls(tls => TlsSetup.Configure(tls, options.Tls));
        }

        if (options.SharedSecret is { } secret)
        {
            var handshake = new SecretHandshake(secret);
            client.Configure<ClientConnectionOptions>(
                o => o.ConfigureConnection(handshake.Offer));
        }
    }
}
