using Microsoft.Extensions.DependencyInjection;

namespace OrleansWallet.Api.Processes;

/// <summary>Registers what the endpoints of processes share.</summary>
public static class ProcessApiServices
{
    /// <summary>Needs <c>IGrains</c>, <c>IProcessQueries</c>, <c>IProcessStream</c> and
    /// <c>ProcessJson</c> besides.</summary>
    public static IServiceCollection AddProcesses(this IServiceCollection services) =>
        services.AddSingleton<ProcessCalls>().AddSingleton<ProcessLists>();
}
