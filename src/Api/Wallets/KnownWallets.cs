using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets;

/// <summary>
/// Which wallets there are: those of registered users, and those with a history. Grains don't
/// ask; they answer for any id.
/// </summary>
public sealed class KnownWallets(IUserDirectory users, IJournalQueries journal)
{
    public async ValueTask<bool> IsKnown(WalletId wallet, CancellationToken cancellationToken) =>
        await users.Find(wallet.Value, cancellationToken) is not null
        || await journal.FindWalletNo(wallet, cancellationToken) is not null;

    public static IResult NotFound() =>
        Problem.Of(
            StatusCodes.Status404NotFound, ProblemCodes.WalletNotFound,
            "There is no such wallet");
}
