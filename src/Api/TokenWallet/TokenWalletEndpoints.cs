using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrleansWallet.Api.SignIn;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>The signed-in user's own wallet under <c>/api/wallet</c>.</summary>
public static class TokenWalletEndpoints
{
    private const string Json = "application/json";

    public static IEndpointRouteBuilder MapTokenWallet(this IEndpointRouteBuilder routes)
    {
        var wallet = routes.MapGroup("/api/wallet").WithTags("Token wallet")
            .RequireAuthorization(Policies.SignedIn);
        wallet.MapGet("", SettingsEndpoint.Get)
            .WithSummary("The wallet, its balances and the latest of its history")
            .Produces<TokenWalletBody>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        wallet.MapPatch("", SettingsEndpoint.Patch)
            .WithSummary("How the wallet is shown")
            .Accepts<SettingsRequest>(Json)
            .Produces<TokenWalletBody>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        wallet.MapPost("/transfer", UserTransferEndpoint.Post)
            .WithSummary("Money to another user")
            .Accepts<UserTransferRequest>(Json)
            .Produces<UserTransferBody>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return routes;
    }
}
