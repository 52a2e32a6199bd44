using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>Who may read whose data: oneself, services and admins.</summary>
internal static class ReadAccess
{
    /// <returns>Null when the caller may read the wallet; else 400 or 403.</returns>
    public static IResult? Check(HttpContext http, string userId, out WalletId wallet)
    {
        if (!WalletId.TryParse(userId, out wallet))
        {
            return FieldErrors.Of("user_id", "is not a wallet's id");
        }

        return http.User.MayRead(userId)
            ? null
            : Problem.Of(
                StatusCodes.Status403Forbidden, ProblemCodes.Forbidden,
                "Someone else's data");
    }
}
