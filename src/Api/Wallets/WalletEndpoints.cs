using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets.Batches;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Api.Wallets.Reads;

namespace OrleansWallet.Api.Wallets;

/// <summary>The wallet service under <c>/api/wallets</c>.</summary>
public static class WalletEndpoints
{
    private const string Json = "application/json";

    public static IEndpointRouteBuilder MapWallets(this IEndpointRouteBuilder routes)
    {
        var wallets = routes.MapGroup("/api/wallets").WithTags("Wallets");
        MapOperations(wallets);
        MapAdmin(wallets);
        MapReads(wallets);
        return routes;
    }

    private static void MapOperations(RouteGroupBuilder wallets)
    {
        wallets.MapPost("/{user_id}/credit", OperationEndpoints.Credit)
            .Takes<CreditRequest>(Policies.ServiceOrAdmin, "Money into a wallet");
        wallets.MapPost("/{user_id}/debit", OperationEndpoints.Debit)
            .Takes<CreditRequest>(Policies.ServiceOrAdmin, "Money out of a wallet");
        wallets.MapPost("/{user_id}/lock", OperationEndpoints.Lock)
            .Takes<LockRequest>(Policies.Service, "Money into a hold");
        wallets.MapPost("/{user_id}/unlock", OperationEndpoints.Unlock)
            .Takes<UnlockRequest>(Policies.Service, "A hold back to its wallet");
        wallets.MapPost("/{user_id}/release", OperationEndpoints.Release)
            .Takes<ReleaseRequest>(Policies.Service, "A hold out of the wallet");
        wallets.MapPost("/transfer", OperationEndpoints.Transfer)
            .Takes<TransferRequest>(Policies.Service, "Money to one or several wallets");
        wallets.MapPost("/batch", BatchEndpoint.Post)
            .RequireAuthorization(Policies.Service)
            .WithSummary("Several operations in one call")
            .Accepts<BatchRequest>(Json)
            .Produces<BatchBody>();
    }

    private static void MapAdmin(RouteGroupBuilder wallets)
    {
        wallets.MapPost("/{user_id}/freeze", AdminEndpoints.Freeze)
            .Takes<ReasonRequest>(Policies.Admin, "Stops what goes out");
        wallets.MapPost("/{user_id}/unfreeze", AdminEndpoints.Unfreeze)
            .Takes<ReasonRequest>(Policies.Admin, "Ends a freeze");
        wallets.MapPost("/{user_id}/close", AdminEndpoints.Close)
            .Takes<ReasonRequest>(Policies.Admin, "Closes an empty wallet for good");
        wallets.MapPost(
                "/transactions/{user_id}/{transaction_id}/reverse", AdminEndpoints.Reverse)
            .Takes<ReasonRequest>(Policies.Admin, "Undoes a transaction by a new entry, once");
    }

    private static void MapReads(RouteGroupBuilder wallets)
    {
        wallets.MapGet("/balances/{user_id}", BalancesEndpoint.Get)
            .Gives<BalancesBody>(Policies.SignedIn, "The balances, now or at a time");
        wallets.MapGet("/{user_id}/holds", HoldsEndpoint.Get)
            .Gives<HoldsBody>(Policies.SignedIn, "The open holds");
        wallets.MapGet("/transactions/{user_id}", TransactionsEndpoint.Get)
            .Gives<TransactionsBody>(
                Policies.SignedIn, "The history; Accept: text/csv exports all of it");
        wallets.MapGet("/transactions/{user_id}/{transaction_id}", TransactionEndpoint.Get)
            .Gives<TransactionDetailBody>(Policies.SignedIn, "One transaction, its postings");
        wallets.MapGet("/operations", OperationsEndpoint.Get)
            .Gives<OperationBody>(Policies.Service, "What became of a key");
    }

    private static void Takes<T>(this RouteHandlerBuilder route, string policy, string summary)
        where T : notnull =>
        route.RequireAuthorization(policy).WithSummary(summary).Accepts<T>(Json)
            .Produces<ReceiptBody>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static void Gives<T>(this RouteHandlerBuilder route, string policy, string summary) =>
        route.RequireAuthorization(policy).WithSummary(summary).Produces<T>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
