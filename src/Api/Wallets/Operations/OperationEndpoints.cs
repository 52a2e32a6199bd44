using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>Credit, debit, lock, unlock, release and transfer, one command a call.</summary>
internal static class OperationEndpoints
{
    private delegate WalletCommand? Parse<in T>(
        InputReader input, WalletId wallet, T body, CallerKey key);

    public static Task<IResult> Credit(
        [FromRoute(Name = "user_id")] string userId, HttpContext http, OperationRunner runner) =>
        Operate(http, runner, userId, WalletJson.Default.CreditRequest, CommandParser.Credit);

    public static Task<IResult> Debit(
        [FromRoute(Name = "user_id")] string userId, HttpContext http, OperationRunner runner) =>
        Operate(http, runner, userId, WalletJson.Default.CreditRequest, CommandParser.Debit);

    public static Task<IResult> Lock(
        [FromRoute(Name = "user_id")] string userId, HttpContext http, OperationRunner runner) =>
        Operate(http, runner, userId, WalletJson.Default.LockRequest, CommandParser.Lock);

    public static Task<IResult> Unlock(
        [FromRoute(Name = "user_id")] string userId, HttpContext http, OperationRunner runner) =>
        Operate(http, runner, userId, WalletJson.Default.UnlockRequest, CommandParser.Unlock);

    public static Task<IResult> Release(
        [FromRoute(Name = "user_id")] string userId, HttpContext http, OperationRunner runner) =>
        Operate(http, runner, userId, WalletJson.Default.ReleaseRequest, CommandParser.Release);

    /// <summary>The source is in the body, so it is read before its key can be derived.</summary>
    public static async Task<IResult> Transfer(HttpContext http, OperationRunner runner)
    {
        if (!CallerKey.TryRead(http, out var key, out var problem))
        {
            return problem!;
        }

        var body = await BodyReader.Read(http, WalletJson.Default.TransferRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(runner.Currencies, new FieldErrors());
        var source = input.Wallet("from_user", request.FromUser);
        var command = CommandParser.Transfer(input, source, request, key);
        return command is null
            ? input.Errors.ToResult()
            : await runner.Run(http, source, command);
    }

    private static async Task<IResult> Operate<T>(
        HttpContext http, OperationRunner runner, string userId, JsonTypeInfo<T> type,
        Parse<T> parse)
        where T : class
    {
        if (!CallerKey.TryRead(http, out var key, out var problem))
        {
            return problem!;
        }

        var body = await BodyReader.Read(http, type);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(runner.Currencies, new FieldErrors());
        var wallet = input.Wallet("user_id", userId);
        var command = parse(input, wallet, request, key);
        return command is null
            ? input.Errors.ToResult()
            : await runner.Run(http, wallet, command);
    }
}
