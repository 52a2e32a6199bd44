using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Referrals;

/// <summary>Referrals under <c>/api/referrals</c>.</summary>
public static class ReferralRoutes
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) =>
        services.AddSingleton<ReferralBook>().AddSingleton<Commissions>();

    public static IEndpointRouteBuilder MapReferrals(this IEndpointRouteBuilder routes)
    {
        var referrals = routes.MapGroup("/api/referrals").WithTags("Referrals")
            .RequireAuthorization(Policies.SignedIn);
        referrals.MapPost("", ReferralEndpoints.Post)
            .WithSummary("One's own code, or by whose one came")
            .Accepts<ReferralRequest>("application/json").Produces<ReferralBody>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        referrals.MapGet("", ReferralEndpoints.Get)
            .WithSummary("Whom one referred, and the commissions")
            .Produces<ReferralsBody>();
        return routes;
    }
}
