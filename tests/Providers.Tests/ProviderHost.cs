using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrleansWallet.Providers.NowPayments;
using OrleansWallet.Providers.Prices;
using OrleansWallet.ProviderSimulator;

namespace OrleansWallet.Providers.Tests;

/// <summary>The clients as a grid composes them, against the simulator.</summary>
internal sealed class ProviderHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ProviderHost(ProviderServer server, ServiceProvider services, LogCapture logs)
    {
        Server = server;
        _services = services;
        Logs = logs;
    }

    public ProviderServer Server { get; }

    public LogCapture Logs { get; }

    public INowPayments NowPayments => _services.GetRequiredService<INowPayments>();

    public IPriceSource Prices => _services.GetRequiredService<IPriceSource>();

    public Coins Coins => _services.GetRequiredService<Coins>();

    public Coin Coin(string code) =>
        Coins.TryGet(code, out var coin) ? coin : throw new ArgumentException(code);

    /// <param name="time">Of the clients and of the simulator; the system's by default.</param>
    /// <param name="settings">More, or other, settings than the simulator's.</param>
    public static async Task<ProviderHost> Start(
        TimeProvider? time = null, params (string Key, string? Value)[] settings)
    {
        var server = await ProviderServer.Start(new ProviderServerOptions
        {
            Time = time ?? TimeProvider.System,
        });
        var all = server.Settings;
        all["NowPayments:Resilience:RetryDelay"] = "00:00:00";
        all["Prices:Resilience:RetryDelay"] = "00:00:00";
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var logs = new LogCapture();
        return new ProviderHost(server, Services(all, time, logs), logs);
    }

    /// <summary>The clients of some settings, without a simulator.</summary>
    public static ServiceProvider Services(
        Dictionary<string, string?> settings, TimeProvider? time = null, LogCapture? logs = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return services.AddProviders(configuration).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
