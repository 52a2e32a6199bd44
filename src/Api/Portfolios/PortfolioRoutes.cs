using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Portfolios;

/// <summary>Portfolios under <c>/api/wallets/portfolio</c>.</summary>
public static class PortfolioRoutes
{
    public static IEndpointRouteBuilder MapPortfolios(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/wallets/portfolio/{user_id}", PortfolioEndpoint.Get)
            .WithTags("Wallets").RequireAuthorization(Policies.SignedIn)
            .WithSummary("The wallet, valued in one currency").Produces<PortfolioBody>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return routes;
    }
}
