using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.SignIn;
using OrleansWallet.Api.Wallets;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Exchange;

/// <summary>Money between the signed-in user's spot and savings accounts.</summary>
internal static class SavingsEndpoint
{
    private const string ToSavings = "to_savings";
    private const string FromSavings = "from_savings";
    private const string Operation = "savings";
    private static readonly TransactionType _type = new("savings_transfer");

    public static async Task<IResult> Post(HttpContext http, OperationRunner runner)
    {
        if (!CallerKey.TryRead(http, out var key, out var problem))
        {
            return problem!;
        }

        var body = await BodyReader.Read(http, ExchangeJson.Default.SavingsRequest);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        var input = new InputReader(runner.Currencies, new FieldErrors());
        var wallet = input.Wallet("user_id", http.User.UserId());
        var currency = input.Currency(request.Currency);
        var amount = input.Amount(request.Amount, currency);
        if (request.Direction is not (ToSavings or FromSavings))
        {
            input.Errors.Add("direction", $"must be {ToSavings} or {FromSavings}");
        }

        if (!input.Errors.IsEmpty)
        {
            return input.Errors.ToResult();
        }

        var (from, to) = request.Direction == ToSavings
            ? (AccountKind.Spot, AccountKind.Savings)
            : (AccountKind.Savings, AccountKind.Spot);
        var answer = await runner.Execute(
            wallet, new WalletCommand.Move(Context(wallet, key), amount, from, to),
            http.RequestAborted);
        return answer switch
        {
            null => OperationRunner.KeyInProgress(),
            WalletAnswer.Done done => Receipt(http, done, request.Direction!),
            _ => OperationRunner.ToResult(http, answer),
        };
    }

    // Without a key there is nothing that could tell a repeated call from a second transfer.
    private static CommandContext Context(WalletId wallet, CallerKey key)
    {
        var name = key.Explicit is { } given
            ? given.Digest().ToString("x32", CultureInfo.InvariantCulture)
            : Guid.NewGuid().ToString("N");
        var reference = new ReferenceId($"savings-{name}");
        return new CommandContext(key.For(wallet, Operation, _type, reference), _type, reference);
    }

    private static JsonHttpResult<ReceiptBody> Receipt(
        HttpContext http, WalletAnswer.Done done, string direction)
    {
        OperationRunner.MarkReplay(http, done);
        return TypedResults.Json(
            Receipts.Write(done.Receipt) with { Direction = direction },
            WalletJson.Default.ReceiptBody);
    }
}
