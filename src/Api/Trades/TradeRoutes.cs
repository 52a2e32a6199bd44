using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrleansWallet.Api.Processes;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.Trades;

/// <summary>P2P under <c>/api/p2p</c>.</summary>
public static class TradeRoutes
{
    private const string Json = "application/json";

    public static IServiceCollection AddTrades(this IServiceCollection services) =>
        services.AddProcessApi().AddHostedService<TradeNotices>();

    public static IEndpointRouteBuilder MapTrades(this IEndpointRouteBuilder routes)
    {
        var p2p = routes.MapGroup("/api/p2p").WithTags("P2P");
        p2p.MapPost("/offers", OfferEndpoints.Create)
            .RequireAuthorization(Policies.SignedIn).WithSummary("A new offer")
            .Accepts<OfferRequest>(Json).Produces<OfferBody>(StatusCodes.Status201Created);
        p2p.MapGet("/offers", OfferEndpoints.List)
            .RequireAuthorization(Policies.SignedIn).WithSummary("Live offers, or one's own")
            .Produces<OffersBody>();
        p2p.MapPatch("/offers/{offer_id}", OfferEndpoints.Change)
            .RequireAuthorization(Policies.SignedIn).WithSummary("Changes an offer")
            .Accepts<OfferRequest>(Json).Produces<OfferBody>();
        p2p.MapGet("/trades", TradeEndpoints.List)
            .RequireAuthorization(Policies.SignedIn).WithSummary("Trades, newest first")
            .Produces<TradesBody>();
        p2p.MapGet("/trades/{trade_id}", TradeEndpoints.Get)
            .RequireAuthorization(Policies.SignedIn).WithSummary("One trade")
            .Produces<TradeBody>();

        var trades = p2p.MapGroup("/enhanced");
        trades.MapPost("/create-trade", TradeEndpoints.Create)
            .RequireAuthorization(Policies.SignedIn).WithSummary("A trade with its escrow")
            .Accepts<CreateTradeRequest>(Json).Produces<TradeBody>(StatusCodes.Status201Created);
        trades.MapPost("/mark-paid", TradeEndpoints.MarkPaid).Moves("The buyer has paid");
        trades.MapPost("/release-crypto", TradeEndpoints.Release).Moves("The seller releases");
        trades.MapPost("/cancel-trade", TradeEndpoints.Cancel).Moves("Cancels, or agrees to it");
        trades.MapPost("/dispute", TradeEndpoints.Dispute).Moves("Opens a dispute");
        trades.MapPost("/dispute/evidence", TradeEndpoints.Evidence).Moves("Adds evidence");
        trades.MapPost("/dispute/decide", TradeEndpoints.Decide)
            .Moves("Decides a dispute", Policies.Admin);
        trades.MapPost("/settle", TradeEndpoints.Settle).Moves("Agrees on how a dispute ends");
        trades.MapPost("/appeal", TradeEndpoints.Appeal).Moves("The expired trade was paid");
        trades.MapPost("/re-escrow", TradeEndpoints.ReEscrow).Moves("Gives the escrow again");
        trades.MapPost("/messages", MessageEndpoints.Post)
            .RequireAuthorization(Policies.SignedIn).WithSummary("Writes to the other party")
            .Accepts<TradeRequest>(Json).Produces<MessageBody>(StatusCodes.Status201Created);
        trades.MapGet("/messages", MessageEndpoints.List)
            .RequireAuthorization(Policies.SignedIn).WithSummary("The messages, oldest first")
            .Produces<MessagesBody>();
        return routes;
    }

    private static void Moves(
        this RouteHandlerBuilder route, string summary, string policy = Policies.SignedIn) =>
        route.RequireAuthorization(policy).WithSummary(summary).Accepts<TradeRequest>(Json)
            .Produces<TradeBody>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
