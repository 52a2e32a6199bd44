using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.TokenWallet;

/// <summary>Money from the signed-in user to another user.</summary>
internal static class UserTransferEndpoint
{
    private const string DisplayCurrencyDefault = "USD";

    public static async Task<IResult> Post(
        HttpContext http, OperationRunner runner, KnownWallets known, IUserDirectory users,
        TransferNotices notices)
    {
        if (!CallerKey.TryRead(http, out var key, out var problem))
        {
            return problem!;
        }

        var body = await BodyReader.Read(http, TokenWalletJson.Default.UserTransferRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var code = request.Currency
            ?? (await users.Find(http.User.UserId(), http.RequestAborted))?.DisplayCurrency
            ?? DisplayCurrencyDefault;
        var input = new InputReader(runner.Currencies, new FieldErrors());
        var currency = input.Currency(code);
        var amount = input.Amount(request.Amount, currency);
        var note = input.Note(request.Note);
        CheckId(input.Errors, request.RecipientId);
        var source = input.Wallet("user_id", http.User.UserId());
        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        // The grid's own wallets are no recipients, and don't show that they exist.
        if (!WalletId.TryParse(request.RecipientId, out var recipient) || recipient.IsSystem
            || !await known.IsKnown(recipient, http.RequestAborted))
        {
            return KnownWallets.NotFound();
        }

        var command = new WalletCommand.Transfer(
            Context(source, key, note), AccountKind.Spot, null, [new Posting(recipient, amount)]);
        var answer = await runner.Execute(source, command, http.RequestAborted);
        if (answer is null)
        {
            return OperationRunner.KeyInProgress();
        }

        notices.Tell(source, amount, answer);
        return ToResult(http, answer);
    }

    private static void CheckId(FieldErrors errors, string? recipient)
    {
        if (recipient is null)
        {
            errors.Add("recipient_id", "is required");
        }
        else if (!IdText.IsValid(recipient))
        {
            errors.Add("recipient_id", "is not a wallet's id");
        }
    }

    // Without a key there is nothing that could tell a repeated call from a second transfer, so
    // each call gets a reference of its own.
    private static CommandContext Context(WalletId source, CallerKey key, string? note)
    {
        var type = TransactionType.Transfer;
        var name = key.Explicit is { } given
            ? given.Digest().ToString("x32", CultureInfo.InvariantCulture)
            : Guid.NewGuid().ToString("N");
        var reference = new ReferenceId($"transfer-{name}");
        return new CommandContext(
            key.For(source, OperationNames.Transfer, type, reference), type, reference, note);
    }

    private static IResult ToResult(HttpContext http, WalletAnswer answer)
    {
        if (answer is not WalletAnswer.Done done)
        {
            return OperationRunner.ToResult(http, answer);
        }

        OperationRunner.MarkReplay(http, answer);
        var receipt = Receipts.Write(done.Receipt);
        var body = new UserTransferBody
        {
            Success = done.Receipt.Status != ReceiptStatus.Returned,
            TransactionId = receipt.TransactionId,
            Status = receipt.Status,
            BalanceAfter = receipt.BalanceAfter!,
        };
        return TypedResults.Json(body, TokenWalletJson.Default.UserTransferBody);
    }
}
