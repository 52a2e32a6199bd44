using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Api.Processes;

/// <summary>What the endpoints of all processes share.</summary>
internal static class ProcessApi
{
    /// <summary>May be called by each kind. Terms that are configured go in before.</summary>
    public static IServiceCollection AddProcessApi(this IServiceCollection services)
    {
        services.TryAddSingleton<ProcessCalls>();
        services.TryAddSingleton<ProcessLists>();
        services.TryAddSingleton(new PlatformTerms());
        return services;
    }

    /// <summary>The problems that a call may answer with, and 413 for any body.</summary>
    public static RouteHandlerBuilder WithProblems(
        this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            route.ProducesProblem(status);
        }

        return route;
    }
}
