using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrleansWallet.Api.Addresses;
using OrleansWallet.Api.Balances;
using OrleansWallet.Api.Deposits;
using OrleansWallet.Api.Exchange;
using OrleansWallet.Api.Fees;
using OrleansWallet.Api.Portfolios;
using OrleansWallet.Api.Referrals;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.TokenWallet;
using OrleansWallet.Api.TopUps;
using OrleansWallet.Api.Trades;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Api.Withdrawals;

namespace OrleansWallet.Api.Hosting;

/// <summary>The whole front: services and endpoints.</summary>
public static class GridApi
{
    private const string BodyBytesMaxSetting = "Limits:BodyBytesMax";
    private const long BodyBytesMaxDefault = 1024 * 1024;
    private const string KnownProxiesSetting = "KnownProxies";

    /// <summary>Adds the front. It needs an <c>NpgsqlDataSource</c>.</summary>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static IServiceCollection AddGridApi(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSignIn(configuration);
        services.AddRateLimits(configuration);
        services.AddOpenApiDocuments();
        services.AddSingleton<Health>();
        var origins = FrontendOrigins.Read(configuration);
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .AllowAnyHeader()
            .AllowAnyMethod()
            .AllowCredentials()
            .WithExposedHeaders("Retry-After", "Idempotency-Replayed")));
        services.Configure<JsonOptions>(
            static options => GridJson.Configure(options.SerializerOptions));
        // The exception names the field; without it the answer could only say 400.
        services.Configure<RouteHandlerOptions>(
            static options => options.ThrowOnBadRequest = true);
        var bodyBytesMax = configuration.GetValue(BodyBytesMaxSetting, BodyBytesMaxDefault);
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = bodyBytesMax;
        });
        AddKnownProxies(services, configuration);

        services.AddWalletApi();
        services.AddTrades();
        services.AddTopUps();
        services.AddWithdrawals();
        services.AddAddresses();
        services.AddDeposits();
        services.AddReferrals();
        services.AddExchange();
        return services;
    }

    /// <summary>Adds the middleware in its order, and every endpoint.</summary>
    public static void MapGridApi(this WebApplication app)
    {
        if (ReadKnownProxies(app.Configuration).Length > 0)
        {
            app.UseForwardedHeaders();
        }

        app.Use(SecurityHeaders.Add);
        app.UseStatusProblems();
        app.UseRouting();
        app.UseCors();
        app.Use(UnknownRoutes.Answer);
        app.Use(BodyCharset.Check);
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();

        Health.Map(app);
        DocsPage.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapSignIn();
        app.MapWallets();
        app.MapTokenWallet();
        app.MapTrades();
        app.MapTopUps();
        app.MapWithdrawals();
        app.MapAddresses();
        app.MapDeposits();
        app.MapFees();
        app.MapExchange();
        app.MapReferrals();
        app.MapPortfolios();
        app.MapBalanceHub();
    }

    private static void AddKnownProxies(
        IServiceCollection services, IConfiguration configuration)
    {
        var proxies = ReadKnownProxies(configuration);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                options.KnownProxies.Add(proxy);
            }
        });
    }

    /// <summary>Addresses of proxies whose X-Forwarded headers are taken. None by default.
    /// </summary>
    private static IPAddress[] ReadKnownProxies(IConfiguration configuration) =>
        (configuration[KnownProxiesSetting] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static text => IPAddress.TryParse(text, out var address)
                ? address
                : throw new SettingException(
                    $"{KnownProxiesSetting}: '{text}' is not an IP address"))
            .ToArray();
}
