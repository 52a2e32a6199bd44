using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>Executes parsed commands and turns what became of them into answers.</summary>
public sealed class OperationRunner(
    WalletCalls calls, KeysUnderWay keysUnderWay, CurrencyRegistry currencies)
{
    public CurrencyRegistry Currencies => currencies;

    public async Task<IResult> Run(HttpContext http, WalletId wallet, WalletCommand command)
    {
        var answer = await Execute(wallet, command, http.RequestAborted);
        return answer is null ? KeyInProgress() : ToResult(http, answer);
    }

    /// <returns>Null when a call with the same explicit key is under way.</returns>
    public async ValueTask<WalletAnswer?> Execute(
        WalletId wallet, WalletCommand command, CancellationToken cancellationToken)
    {
        var key = command.Context.Key;
        if (!keysUnderWay.TryEnter(key))
        {
            return null;
        }

        try
        {
            return await calls.Execute(wallet, command, cancellationToken);
        }
        finally
        {
            keysUnderWay.Exit(key);
        }
    }

    /// <summary>The receipt with 200, or the problem; tells when the answer is a replay.</summary>
    public static IResult ToResult(HttpContext http, WalletAnswer answer)
    {
        MarkReplay(http, answer);
        return answer is WalletAnswer.Done done
            ? new JsonAnswer<ReceiptBody>(
                Receipts.Write(done.Receipt), WalletJson.Default.ReceiptBody)
            : Problem.Of(answer);
    }

    public static void MarkReplay(HttpContext http, WalletAnswer answer)
    {
        if (IsReplay(answer))
        {
            http.Response.Headers[CallerKey.ReplayedHeader] = "true";
        }
    }

    public static bool IsReplay(WalletAnswer answer) =>
        answer is WalletAnswer.Done { Replayed: true } or WalletAnswer.Refused { Replayed: true };

    public static IResult KeyInProgress() =>
        Problem.Of(
            StatusCodes.Status409Conflict, ProblemCodes.KeyInProgress,
            "A call with this key is under way");
}
