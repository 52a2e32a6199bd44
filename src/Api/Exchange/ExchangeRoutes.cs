using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Domain.Prices;

namespace OrleansWallet.Api.Exchange;

/// <summary>Swaps, spot orders, express buys, savings and prices.</summary>
public static class ExchangeRoutes
{
    private const string Json = "application/json";

    /// <summary>Needs <c>ReferralBook</c> and <see cref="IPrices"/> besides.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services) =>
        services.AddSingleton<Market>();

    public static IEndpointRouteBuilder MapExchange(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Exchange")
            .RequireAuthorization(Policies.SignedIn);
        api.MapPost("/swap/quote", OrderEndpoints.QuoteSwap)
            .Exchanges<SwapRequest>("A rate that holds for a while");
        api.MapPost("/swap/execute", OrderEndpoints.ExecuteSwap)
            .Exchanges<SwapRequest>("Swaps, at a quote or at the price of now");
        api.MapPost("/trading/execute", OrderEndpoints.Trade)
            .Exchanges<SpotRequest>("A spot order, executed at once");
        api.MapPost("/express-buy/execute", OrderEndpoints.BuyExpress)
            .Exchanges<ExpressBuyRequest>("Crypto for fiat of the wallet");
        api.MapGet("/orders", OrderEndpoints.List)
            .WithSummary("One's own quotes and orders, newest first").Produces<OrdersBody>();
        api.MapGet("/orders/{order_id}", OrderEndpoints.Get)
            .WithSummary("One quote or order").Produces<OrderBody>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/prices", PricesEndpoint.Get)
            .WithSummary("The prices of now").Produces<PricesBody>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapPost("/savings/transfer", SavingsEndpoint.Post)
            .WithSummary("Money between one's own accounts")
            .Accepts<SavingsRequest>(Json).Produces<ReceiptBody>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return routes;
    }

    private static void Exchanges<T>(this RouteHandlerBuilder route, string summary)
        where T : notnull =>
        route.WithSummary(summary).Accepts<T>(Json).Produces<OrderBody>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
