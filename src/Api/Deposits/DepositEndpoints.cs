using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Grains.Payments;

namespace OrleansWallet.Api.Deposits;

/// <summary>Deposits, parked ones included, and the provider's messages.</summary>
public static class DepositEndpoints
{
    private const string Json = "application/json";

    /// <summary>
    /// Needs <c>IProcessQueries</c>, <c>ProcessJson</c>, <c>IIpnLog</c> and <c>IDepositOrders</c>
    /// besides the wallet API; without an <see cref="IPaymentProvider"/> nothing is taken in.
    /// </summary>
    public static IServiceCollection AddDeposits(this IServiceCollection services)
    {
        services.AddProcessApi();
        services.TryAddSingleton<IPaymentProvider, NoPaymentProvider>();
        services.AddSingleton<DepositOffers>();
        services.AddSingleton<IpnReceiver>();
        services.AddSingleton<PaymentNews>();
        services.AddSingleton<PayoutNews>();
        return services;
    }

    public static IEndpointRouteBuilder MapDeposits(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("").WithTags("Deposits");
        all.MapPost("/api/nowpayments/create-deposit", DepositHandlers.Create)
            .RequireAuthorization(Policies.SignedIn)
            .WithSummary("An address to pay to")
            .Accepts<CreateDepositRequest>(Json)
            .Produces<DepositOfferBody>()
            .WithProblems(400, 409, 422, 503);
        all.MapPost("/api/nowpayments/ipn", DepositHandlers.TakeIpn)
            .AllowAnonymous()
            .WithSummary("The provider's signed messages")
            .Produces<IpnTakenBody>()
            .WithProblems(401, 413, 503);
        all.MapGet("/api/deposits", DepositHandlers.List)
            .RequireAuthorization(Policies.SignedIn)
            .WithSummary("One's own deposits")
            .Produces<DepositsBody>()
            .WithProblems(400, 503);
        all.MapGet("/api/deposits/parked", DepositHandlers.ListParked)
            .RequireAuthorization(Policies.Admin)
            .WithSummary("Payments that wait for an admin")
            .Produces<DepositsBody>()
            .WithProblems(400, 403, 503);
        all.MapPost("/api/deposits/parked/{id}/resolve", DepositHandlers.Resolve)
            .RequireAuthorization(Policies.Admin)
            .WithSummary("Credits a parked payment to a user, or closes it")
            .Accepts<ResolveDepositRequest>(Json)
            .Produces<DepositBody>()
            .WithProblems(400, 403, 404, 409, 422, 503);
        return routes;
    }
}
