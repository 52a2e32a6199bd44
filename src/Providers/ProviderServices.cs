using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrleansWallet.Providers.NowPayments;
using OrleansWallet.Providers.Prices;

namespace OrleansWallet.Providers;

/// <summary>Composition of the clients of the outside world.</summary>
public static class ProviderServices
{
    private const int AnswerBytesMax = 1024 * 1024;

    /// <summary>
    /// Adds <see cref="INowPayments"/>, <see cref="Coins"/> and <see cref="IPriceSource"/>, from
    /// the sections <c>NowPayments</c> and <c>Prices</c>. Wrong settings stop the start. Without
    /// settings nothing is called: NOWPayments is unavailable, prices are the built-in sample.
    /// </summary>
    public static IServiceCollection AddProviders(
        this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        AddNowPayments(services, configuration);
        AddPrices(services, configuration);
        return services;
    }

    private static void AddNowPayments(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<NowPaymentsOptions>, NowPaymentsRules>();
        services.AddOptions<NowPaymentsOptions>()
            .Bind(configuration.GetSection(NowPaymentsOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<Coins>();
        services.AddSingleton<INowPayments, NowPaymentsClient>();
        AddClient(services, NowPaymentsClient.Name, (options, client) =>
        {
            var settings = options.GetRequiredService<IOptions<NowPaymentsOptions>>().Value;
            client.BaseAddress = Root(WithoutVersion(settings.BaseUrl));
            client.DefaultRequestHeaders.Add("x-api-key", settings.ApiKey);
        });
    }

    private static void AddPrices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<PriceOptions>, PriceRules>();
        services.AddOptions<PriceOptions>()
            .Bind(configuration.GetSection(PriceOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IPriceSource>(provider =>
            provider.GetRequiredService<IOptions<PriceOptions>>().Value.Source
                == PriceOptions.CoinGeckoSource
                ? ActivatorUtilities.CreateInstance<CoinGeckoPrices>(provider)
                : ActivatorUtilities.CreateInstance<StaticPrices>(provider));
        AddClient(services, CoinGeckoPrices.Name, (options, client) =>
        {
            var settings = options.GetRequiredService<IOptions<PriceOptions>>().Value;
            client.BaseAddress = Root(settings.BaseUrl);
            if (settings.ApiKey.Length > 0)
            {
                var plan = settings.BaseUrl.Host.StartsWith("pro-", StringComparison.Ordinal)
                    ? "pro"
                    : "demo";
                client.DefaultRequestHeaders.Add($"x-cg-{plan}-api-key", settings.ApiKey);
            }
        });
    }

    private static void AddClient(
        IServiceCollection services, string name, Action<IServiceProvider, HttpClient> configure)
    {
        services.AddHttpClient(name, (provider, client) =>
        {
            // Each try has its own limit.
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = AnswerBytesMax;
            client.DefaultRequestHeaders.Add("Accept", "application/json");
            client.DefaultRequestHeaders.Add("User-Agent", "OrleansWallet");
            configure(provider, client);
        })
        .UseSocketsHttpHandler((handler, _) =>
        {
            // A redirect would carry the key, or a payout, to somewhere else.
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);

            // A connection that the other side just closed makes a payout's outcome unknown.
            handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20);
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RedactLoggedHeaders(_ => true);
    }

    /// <summary>The provider's documents give its address with and without the version.</summary>
    private static Uri WithoutVersion(Uri url)
    {
        var text = url.AbsoluteUri.TrimEnd('/');
        return new Uri(text.EndsWith("/v1", StringComparison.Ordinal) ? text[..^3] : text);
    }

    /// <summary>Paths are relative, so the base ends in a slash.</summary>
    private static Uri Root(Uri url) => new(url.AbsoluteUri.TrimEnd('/') + "/");
}
