using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>Reads the operations of a batch, each with its own errors.</summary>
internal sealed class BatchParser(HttpContext http, CurrencyRegistry currencies, string? headerKey)
{
    private delegate WalletCommand? Parse<in T>(
        InputReader input, WalletId wallet, T body, CallerKey key);

    public BatchItem Read(int index, JsonElement operation)
    {
        var input = new InputReader(currencies, new FieldErrors($"operations[{index}]"));
        if (BodyReader.Read(operation, WalletJson.Default.BatchHead, input.Errors) is not { } head)
        {
            return new BatchItem(index, default, null, input.Errors);
        }

        input = new InputReader(currencies, new FieldErrors($"operations[{index}]."));
        var key = KeyOf(index, head, input.Errors);
        var json = WalletJson.Default;
        return head.Operation switch
        {
            OperationNames.Credit => Item(json.CreditRequest, CommandParser.Credit),
            OperationNames.Debit => Item(json.CreditRequest, CommandParser.Debit),
            OperationNames.Lock => Item(json.LockRequest, CommandParser.Lock),
            OperationNames.Unlock => Item(json.UnlockRequest, CommandParser.Unlock),
            OperationNames.Release => Item(json.ReleaseRequest, CommandParser.Release),
            OperationNames.Transfer => Transfer(index, operation, head, input, key),
            _ => Unknown(),
        };

        BatchItem Item<T>(JsonTypeInfo<T> type, Parse<T> parse)
            where T : class
        {
            var wallet = input.Wallet("user_id", head.UserId);
            var command = BodyReader.Read(operation, type, input.Errors) is { } body
                ? parse(input, wallet, body, key)
                : null;
            return new BatchItem(index, wallet, command, input.Errors);
        }

        BatchItem Unknown()
        {
            input.Errors.Add(
                "operation", "must be credit, debit, lock, unlock, release or transfer");
            return new BatchItem(index, default, null, input.Errors);
        }
    }

    private static BatchItem Transfer(
        int index, JsonElement operation, BatchHead head, InputReader input, CallerKey key)
    {
        var body = BodyReader.Read(operation, WalletJson.Default.TransferRequest, input.Errors);
        if (body is null)
        {
            return new BatchItem(index, default, null, input.Errors);
        }

        if (head.UserId is not null && body.FromUser is not null && head.UserId != body.FromUser)
        {
            input.Errors.Add("user_id", "is not from_user");
        }

        var source = input.Wallet("from_user", body.FromUser ?? head.UserId);
        var command = CommandParser.Transfer(input, source, body, key);
        return new BatchItem(index, source, command, input.Errors);
    }

    private CallerKey KeyOf(int index, BatchHead head, FieldErrors errors)
    {
        var text = head.IdempotencyKey ?? (headerKey is null ? null : $"{headerKey}:{index}");
        if (text is null)
        {
            return default;
        }

        if (!CommandKey.IsValidKey(text))
        {
            errors.Add(
                "idempotency_key",
                $"must be 1 to {CommandKey.LengthMax} printable ASCII characters without spaces");
            return default;
        }

        return new CallerKey(CallerKey.Of(http, text));
    }
}
