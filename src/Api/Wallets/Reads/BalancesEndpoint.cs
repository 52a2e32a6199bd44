using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>The balances of a wallet, now or at a time.</summary>
internal static class BalancesEndpoint
{
    public static async Task<IResult> Get(
        [FromRoute(Name = "user_id")] string userId, [FromQuery] string? at, HttpContext http,
        WalletCalls calls, IUserDirectory users, JournalEpoch epochs, IJournalQueries journal)
    {
        if (ReadAccess.Check(http, userId, out var wallet) is { } problem)
        {
            return problem;
        }

        var time = default(DateTimeOffset);
        if (at is not null && !WireTime.TryParse(at, out time))
        {
            return FieldErrors.Of("at", "is not an RFC 3339 time");
        }

        var epoch = await epochs.Get(http.RequestAborted);
        var now = await calls.GetBalances(wallet, http.RequestAborted);
        var createdAt = now.CreatedAt;
        if (now.Version == 0)
        {
            var user = await users.Find(wallet.Value, http.RequestAborted);
            if (user is null)
            {
                return KnownWallets.NotFound();
            }

            createdAt = user.CreatedAt;
        }

        var (balances, version) = at is null
            ? (now.Balances, now.Version)
            : await FindAt(journal, wallet, time, http.RequestAborted);
        var body = new BalancesBody
        {
            UserId = wallet.Value,
            Status = StatusOf(now.Status),
            CreatedAt = WireTime.Format(createdAt),
            Balances = BalanceBody.Of(balances),
            Epoch = epoch,
            Version = version,
        };
        return new JsonAnswer<BalancesBody>(body, WalletJson.Default.BalancesBody);
    }

    public static string StatusOf(WalletStatus status) => status switch
    {
        WalletStatus.Active => "active",
        WalletStatus.Frozen => "frozen",
        WalletStatus.Closed => "closed",
        _ => throw new InvalidOperationException($"unknown wallet status {status}"),
    };

    private static async ValueTask<(IReadOnlyList<Balance> Balances, long Version)> FindAt(
        IJournalQueries journal, WalletId wallet, DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        if (await journal.FindWalletNo(wallet, cancellationToken) is not { } walletNo)
        {
            return ([], 0);
        }

        var balances = await journal.FindBalancesAt(walletNo, at, cancellationToken);
        long version = 0;
        for (var i = 0; i < balances.Count; i++)
        {
            version = Math.Max(version, balances[i].Seq);
        }

        return (balances, version);
    }
}
