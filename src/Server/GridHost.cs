using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Console;
using OrleansWallet.Api.Hosting;
using OrleansWallet.Server.Cluster;

[assembly: InternalsVisibleTo("OrleansWallet.Api.Tests")]

namespace OrleansWallet.Server;

/// <summary>Builds the server: settings, logging, the grid and its front.</summary>
internal static class GridHost
{
    private const string UrlsSetting = "urls";
    private const string UrlWritingCategory = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private const string DefaultUrls = "http://localhost:5000";
    private static readonly TimeSpan _shutdownTimeout = TimeSpan.FromSeconds(8);

    /// <param name="urls">Addresses to listen on; null for those of the settings.</param>
    /// <param name="demo">Refuses every address that is not loopback.</param>
    /// <param name="configure">Changes settings and services last, for tests.</param>
    /// <param name="engine">Where the grains are.</param>
    /// <param name="config">A file of settings, over those of the executable's.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplication Build(
        string? urls, bool demo, Action<WebApplicationBuilder>? configure = null,
        GridEngine engine = GridEngine.Local, string? config = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        ConfigureLogging(builder.Logging);
        builder.Configuration.AddConfig(config);
        // A buffer for each open connection, and one call of the system less for each request.
        builder.WebHost.UseSockets(
            static options => options.WaitForDataBeforeAllocatingBuffer = false);
        configure?.Invoke(builder);
        Listen(builder, urls, demo);

        AddDatabase(builder);
        // Before what starts with it: hosted services start in order.
        AddEngine(builder, engine);
        builder.Services.AddHostedService<Telemetry>();
        builder.Services.AddGridApi(builder.Configuration);
        builder.Services.AddGrid(builder.Configuration);
        if (engine != GridEngine.OrleansFront)
        {
            builder.Services.AddRecovery();
        }

        builder.Services.Configure<HostOptions>(
            static options => options.ShutdownTimeout = _shutdownTimeout);

        var app = builder.Build();
        // A missing connection string stops the start and not the first request.
        app.Services.GetRequiredService<Npgsql.NpgsqlDataSource>();
        ClusterDashboard.Map(app);
        app.MapGridApi();
        var staging = app.Configuration.GetValue<bool>(Health.StagingSetting);
        ServerLog.Starting(app.Logger, Health.Version, staging ? "staging" : "live");
        return app;
    }

    /// <summary>Builds a silo that has no front.</summary>
    /// <param name="config">A file of settings, over those of the executable's.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static IHost BuildSilo(string? config)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        ConfigureLogging(builder.Logging);
        builder.Configuration.AddConfig(config);
        AddDatabase(builder);
        AddEngine(builder, GridEngine.OrleansSilo);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<Telemetry>();
        builder.Services.AddGrid(builder.Configuration);
        builder.Services.AddRecovery();
        builder.Services.Configure<HostOptions>(
            static options => options.ShutdownTimeout = _shutdownTimeout);
        return builder.Build();
    }

    private static void AddDatabase(IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton(services => Database.Open(
            services.GetRequiredService<IConfiguration>(),
            services.GetRequiredService<ILoggerFactory>()));

    private static void AddEngine(IHostApplicationBuilder builder, GridEngine engine)
    {
        switch (engine)
        {
            case GridEngine.Local:
                builder.Services.AddLocalEngine(builder.Configuration);
                break;
            case GridEngine.OrleansSilo:
                ClusterEngine.AddSilo(builder);
                break;
            case GridEngine.OrleansFront:
                ClusterEngine.AddFront(builder);
                break;
            default:
                throw new InvalidOperationException($"{engine} is no engine");
        }
    }

    private static void ConfigureLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(static options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            options.UseUtcTimestamp = true;
            options.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        // It writes whole URLs, and a hub's URL holds a token: no setting turns it on.
        logging.AddFilter(UrlWritingCategory, LogLevel.Warning);
        logging.AddFilter<ConsoleLoggerProvider>(UrlWritingCategory, LogLevel.Warning);
    }

    private static void Listen(WebApplicationBuilder builder, string? urls, bool demo)
    {
        urls ??= builder.Configuration[UrlsSetting];
        if (demo)
        {
            urls ??= DefaultUrls;
            DemoMode.RequireLoopback(urls);
            // These and no others, whatever Kestrel's own settings say.
            builder.WebHost.PreferHostingUrls(true);
        }

        if (urls is not null)
        {
            builder.WebHost.UseUrls(urls);
        }
    }
}
