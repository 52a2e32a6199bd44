using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.TopUps;

/// <summary>Top-ups under <c>/transactions/topup</c>.</summary>
public static class TopUpEndpoints
{
    private const string Json = "application/json";

    /// <summary>Needs <c>IProcessQueries</c> and <c>ProcessJson</c> besides the wallet API.</summary>
    public static IServiceCollection AddTopUps(this IServiceCollection services) =>
        services.AddProcessApi();

    public static IEndpointRouteBuilder MapTopUps(this IEndpointRouteBuilder routes)
    {
        var topUps = routes.MapGroup("/transactions/topup").WithTags("Top-ups");
        topUps.MapPost("", TopUpHandlers.Create)
            .RequireAuthorization(Policies.SignedIn)
            .WithSummary("Asks for a top-up, which an admin has to process")
            .Accepts<TopUpRequest>(Json)
            .Produces<TopUpBody>(StatusCodes.Status201Created)
            .WithProblems(400, 422, 503);
        topUps.MapPatch("/{id}/process", TopUpHandlers.Process)
            .RequireAuthorization(Policies.Admin)
            .WithSummary("Credits a top-up, or fails it; not one's own")
            .Accepts<TopUpProcessRequest>(Json)
            .Produces<TopUpBody>()
            .WithProblems(400, 403, 404, 409, 422, 503);
        topUps.MapGet("", TopUpHandlers.List)
            .RequireAuthorization(Policies.SignedIn)
            .WithSummary("One's own top-ups; an admin sees all")
            .Produces<TopUpsBody>()
            .WithProblems(400, 503);
        return routes;
    }
}
