using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Hosting;

/// <summary>A token bucket a caller.</summary>
internal static class RateLimits
{
    /// <summary>
    /// Counts the calls by address even when the caller is signed in: for what guesses passwords.
    /// </summary>
    public static TBuilder LimitByAddress<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(ByAddress.Instance);

    public static IServiceCollection AddRateLimits(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RateLimitOptions>()
            .Bind(configuration.GetSection(RateLimitOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddRateLimiter(static _ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>(
            static (limiter, limits) =>
            {
                limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                    context => Partition(context, limits.Value));
                limiter.OnRejected = Reject;
            });
        return services;
    }

    private static RateLimitPartition<string> Partition(
        HttpContext context, RateLimitOptions limits)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ByAddress>() is not null)
        {
            return Bucket(
                "sign-in " + Address(context), limits.SignInPerSecond, limits.SignInBurst);
        }

        var caller = context.User;
        if (caller.Identity is not { IsAuthenticated: true })
        {
            return Bucket("address " + Address(context), limits.PerSecond, limits.Burst);
        }

        return caller.IsService()
            ? RateLimitPartition.GetNoLimiter("service")
            : Bucket(caller.UserId(), limits.PerSecond, limits.Burst);
    }

    /// <summary>User ids have no space, so that no user shares a bucket with an address.</summary>
    private static RateLimitPartition<string> Bucket(string key, int perSecond, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });

    private static string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            return address?.ToString() ?? "none";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        // One customer commonly has a whole /64.
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes).ToString();
    }

    private static async ValueTask Reject(
        OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
            ? after
            : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter =
            seconds.ToString(CultureInfo.InvariantCulture);
        await Problem.Of(
            StatusCodes.Status429TooManyRequests, ProblemCodes.RateLimited,
            "Too many requests; wait a little").ExecuteAsync(context.HttpContext);
    }

    private sealed class ByAddress
    {
        public static readonly ByAddress Instance = new();
    }
}
