using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrleansWallet.ProviderSimulator.NowPayments;
using OrleansWallet.ProviderSimulator.Prices;

namespace OrleansWallet.ProviderSimulator;

/// <summary>NOWPayments and CoinGecko on a loopback port, with switches for what goes wrong.
/// </summary>
public sealed class ProviderServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProviderServer(WebApplication app, ProviderServerOptions options)
    {
        _app = app;
        Options = options;
        Faults = new Faults(options.Seed);
        NowPayments = new SimulatedNowPayments(options);
        Prices = new SimulatedPrices(options);
    }

    public ProviderServerOptions Options { get; }

    public Faults Faults { get; }

    public CallCounter Calls { get; } = new();

    public SimulatedNowPayments NowPayments { get; }

    public SimulatedPrices Prices { get; }

    /// <summary>What <c>NowPayments:BaseUrl</c> is set to.</summary>
    public Uri NowPaymentsUrl => new(_app.Urls.First());

    /// <summary>What <c>Prices:BaseUrl</c> is set to.</summary>
    public Uri CoinGeckoUrl => new(NowPaymentsUrl, "/api/v3/");

    /// <summary>The settings of a grid that uses these providers.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["NowPayments:BaseUrl"] = NowPaymentsUrl.AbsoluteUri,
        ["NowPayments:ApiKey"] = Options.ApiKey,
        ["NowPayments:IpnSecret"] = Options.IpnSecret,
        ["NowPayments:PayoutEmail"] = Options.Email,
        ["NowPayments:PayoutPassword"] = Options.Password,
        ["Prices:Source"] = "coingecko",
        ["Prices:BaseUrl"] = CoinGeckoUrl.AbsoluteUri,
    };

    public static async Task<ProviderServer> Start(ProviderServerOptions? options = null)
    {
        options ??= new ProviderServerOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ProviderServer(app, options);
        var faults = new FaultMiddleware(server.Faults, server.Calls);
        app.Use((context, next) => faults.Invoke(context, next));
        new NowPaymentsRoutes(options, server.NowPayments, server.Prices).Map(app);
        new PriceRoutes(server.Prices).Map(app);
        new ControlRoutes(server).Map(app);
        await app.StartAsync();
        return server;
    }

    public Task WaitForShutdown() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        NowPayments.Dispose();
    }
}
