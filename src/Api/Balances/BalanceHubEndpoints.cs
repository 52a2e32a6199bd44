using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Balances;

/// <summary>The hub's place.</summary>
public static class BalanceHubEndpoints
{
    public const string Path = "/balance";

    public static IEndpointRouteBuilder MapBalanceHub(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<BalanceHub>(Path, options => options.CloseOnAuthenticationExpiration = true)
            .RequireAuthorization(Policies.SignedIn);
        return routes;
    }
}
