using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Withdrawals;

/// <summary>Withdrawals under <c>/api/withdrawals</c>.</summary>
public static class WithdrawalEndpoints
{
    private const string Json = "application/json";

    /// <summary>Needs <c>IProcessQueries</c> and <c>ProcessJson</c> besides the wallet API.</summary>
    public static IServiceCollection AddWithdrawals(this IServiceCollection services) =>
        services.AddProcessApi();

    public static IEndpointRouteBuilder MapWithdrawals(this IEndpointRouteBuilder routes)
    {
        var withdrawals = routes.MapGroup("/api/withdrawals").WithTags("Withdrawals");
        withdrawals.MapPost("/request", WithdrawalHandlers.Request)
            .RequireAuthorization(Policies.SignedIn)
            .WithSummary("Asks for a withdrawal and locks amount and fee")
            .Accepts<WithdrawalRequest>(Json)
            .Produces<WithdrawalBody>(StatusCodes.Status201Created)
            .WithProblems(400, 409, 422, 503);
        withdrawals.MapPost("/approve", WithdrawalHandlers.Approve)
            .Decides("Pays a withdrawal out; not one's own");
        withdrawals.MapPost("/reject", WithdrawalHandlers.Reject)
            .Decides("Gives the money back; not one's own");
        withdrawals.MapPost("/{id}/cancel", WithdrawalHandlers.Cancel)
            .RequireAuthorization(Policies.SignedIn)
            .WithSummary("Takes an own withdrawal back while it is pending")
            .Produces<WithdrawalBody>()
            .WithProblems(400, 403, 404, 409, 503);
        withdrawals.MapGet("", WithdrawalHandlers.List)
            .RequireAuthorization(Policies.SignedIn)
            .WithSummary("One's own withdrawals; an admin sees all")
            .Produces<WithdrawalsBody>()
            .WithProblems(400, 503);
        withdrawals.MapGet("/{id}", WithdrawalHandlers.Get)
            .RequireAuthorization(Policies.SignedIn)
            .WithSummary("One withdrawal")
            .Produces<WithdrawalBody>()
            .WithProblems(400, 403, 404, 503);
        return routes;
    }

    private static void Decides(this RouteHandlerBuilder route, string summary) =>
        route.RequireAuthorization(Policies.Admin)
            .WithSummary(summary)
            .Accepts<WithdrawalDecisionRequest>(Json)
            .Produces<WithdrawalBody>()
            .WithProblems(400, 403, 404, 409, 422, 503);
}
