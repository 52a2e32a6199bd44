using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>What only an admin does: freeze, unfreeze, close and reverse, each with a reason.</summary>
internal static class AdminEndpoints
{
    public static Task<IResult> Freeze(
        [FromRoute(Name = "user_id")] string userId, HttpContext http, OperationRunner runner,
        KnownWallets known) =>
        ChangeStatus(
            http, runner, known, userId, OperationNames.Freeze, c => new WalletCommand.Freeze(c));

    public static Task<IResult> Unfreeze(
        [FromRoute(Name = "user_id")] string userId, HttpContext http, OperationRunner runner,
        KnownWallets known) =>
        ChangeStatus(
            http, runner, known, userId, OperationNames.Unfreeze,
            c => new WalletCommand.Unfreeze(c));

    // Whether postings are under way is the wallet's own knowledge: the grain fills it in.
    public static Task<IResult> Close(
        [FromRoute(Name = "user_id")] string userId, HttpContext http, OperationRunner runner,
        KnownWallets known) =>
        ChangeStatus(
            http, runner, known, userId, OperationNames.Close,
            c => new WalletCommand.Close(c, PostingsUnderWay: false));

    /// <summary>Its key follows from the transaction alone: a transaction is reversed once.</summary>
    public static async Task<IResult> Reverse(
        [FromRoute(Name = "user_id")] string userId,
        [FromRoute(Name = "transaction_id")] string transactionId, HttpContext http,
        WalletCalls calls, IJournalQueries journal)
    {
        var (reason, problem) = await ReadReason(http);
        if (problem is not null)
        {
            return problem;
        }

        if (!WalletId.TryParse(userId, out var wallet)
            || !TransactionId.TryParse(transactionId, out var transaction)
            || await journal.FindWalletNo(wallet, http.RequestAborted) != transaction.WalletNo)
        {
            return Problem.Of(new Refusal(RefusalCode.TransactionNotFound));
        }

        var reference = new ReferenceId(transaction.ToString());
        var context = new CommandContext(
            CommandKey.Derived(
                wallet, OperationNames.Reverse, TransactionType.Reversal, reference),
            TransactionType.Reversal, reference, reason);
        var answer = await calls.Reverse(wallet, transaction.Seq, context, http.RequestAborted);
        return OperationRunner.ToResult(http, answer);
    }

    private static async Task<IResult> ChangeStatus(
        HttpContext http, OperationRunner runner, KnownWallets known, string userId,
        string operation, Func<CommandContext, WalletCommand> command)
    {
        if (!CallerKey.TryRead(http, out var given, out var badKey))
        {
            return badKey!;
        }

        var (reason, problem) = await ReadReason(http);
        if (problem is not null)
        {
            return problem;
        }

        if (!WalletId.TryParse(userId, out var wallet)
            || !await known.IsKnown(wallet, http.RequestAborted))
        {
            return KnownWallets.NotFound();
        }

        // A wallet is frozen again and again, so nothing in the call could name it but a key.
        var key = given.Explicit
            ?? CommandKey.FromUser(http.User.UserId(), Guid.NewGuid().ToString("N"));
        var context = new CommandContext(
            key, new TransactionType(operation), ReferenceOf(operation, key), reason);
        return await runner.Run(http, wallet, command(context));
    }

    private static async ValueTask<(string? Reason, IResult? Problem)> ReadReason(HttpContext http)
    {
        var body = await BodyReader.Read(http, WalletJson.Default.ReasonRequest);
        if (body.Value is not { } request)
        {
            return (null, body.Problem);
        }

        return string.IsNullOrWhiteSpace(request.Reason)
            || request.Reason.Length > CommandContext.NoteLengthMax
            || !CanonicalJson.IsStorable(request.Reason)
            ? (null, FieldErrors.Of("reason", "must be 1 to 500 characters without NUL"))
            : (request.Reason, null);
    }

    // The same key gives the same reference, so that a retry is told from a reused key.
    private static ReferenceId ReferenceOf(string operation, CommandKey key) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{operation}-{key.Digest():x32}"));
}
