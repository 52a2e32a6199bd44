using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>The open holds of a wallet.</summary>
internal static class HoldsEndpoint
{
    public static async Task<IResult> Get(
        [FromRoute(Name = "user_id")] string userId, HttpContext http, IUserDirectory users,
        IJournalQueries journal)
    {
        if (ReadAccess.Check(http, userId, out var wallet) is { } problem)
        {
            return problem;
        }

        HoldBody[] bodies = [];
        if (await journal.FindWalletNo(wallet, http.RequestAborted) is { } walletNo)
        {
            var holds = await journal.FindHolds(walletNo, http.RequestAborted);
            bodies = [.. holds.Select(HoldBody.Of)];
        }
        else if (await users.Find(wallet.Value, http.RequestAborted) is null)
        {
            return KnownWallets.NotFound();
        }

        return TypedResults.Json(new HoldsBody(bodies), WalletJson.Default.HoldsBody);
    }
}
