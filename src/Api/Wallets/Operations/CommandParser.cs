using OrleansWallet.Api.Json;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Api.Wallets.Operations;

/// <summary>From a request to the wallet's command; null when the reader found errors.</summary>
internal static class CommandParser
{
    public static WalletCommand? Credit(
        InputReader input, WalletId wallet, CreditRequest body, CallerKey key) =>
        Moving(input, wallet, body, key, OperationNames.Credit);

    public static WalletCommand? Debit(
        InputReader input, WalletId wallet, CreditRequest body, CallerKey key) =>
        Moving(input, wallet, body, key, OperationNames.Debit);

    public static WalletCommand? Lock(
        InputReader input, WalletId wallet, LockRequest body, CallerKey key)
    {
        var currency = input.Currency(body.Currency);
        var amount = input.Amount(body.Amount, currency);
        var type = input.Type("lock_type", body.LockType);
        var reference = input.Reference(body.ReferenceId);
        var account = input.Account(body.Account);
        var expiresAt = input.TimeOrNone("expires_at", body.ExpiresAt);
        var note = input.Note(body.Note);
        var metadata = input.JsonObject(body.Metadata);
        if (!input.Errors.IsEmpty)
        {
            return null;
        }

        var context = new CommandContext(
            key.For(wallet, OperationNames.Lock, type, reference), type, reference, note, metadata);
        return new WalletCommand.Lock(context, account, amount, expiresAt);
    }

    public static WalletCommand? Unlock(
        InputReader input, WalletId wallet, UnlockRequest body, CallerKey key)
    {
        var currency = input.Currency(body.Currency);
        var amount = input.AmountOrNone(body.Amount, currency);
        var type = input.Type("unlock_type", body.UnlockType);
        var reference = input.Reference(body.ReferenceId);
        var note = input.Note(body.Note);
        var metadata = input.JsonObject(body.Metadata);
        if (!input.Errors.IsEmpty)
        {
            return null;
        }

        var context = new CommandContext(
            key.For(wallet, OperationNames.Unlock, type, reference), type, reference, note,
            metadata);
        return new WalletCommand.Unlock(context, currency!, amount);
    }

    public static WalletCommand? Release(
        InputReader input, WalletId wallet, ReleaseRequest body, CallerKey key)
    {
        var currency = input.Currency(body.Currency);
        var amount = input.AmountOrNone(body.Amount, currency);
        var type = input.Type("release_type", body.ReleaseType);
        var reference = input.Reference(body.ReferenceId);
        var world = input.World(body.Counterparty);
        var note = input.Note(body.Note);
        var metadata = input.JsonObject(body.Metadata);
        if (!input.Errors.IsEmpty)
        {
            return null;
        }

        var context = new CommandContext(
            key.For(wallet, OperationNames.Release, type, reference), type, reference, note,
            metadata);
        return new WalletCommand.Release(context, currency!, amount, world);
    }

    public static WalletCommand? Transfer(
        InputReader input, WalletId wallet, TransferRequest body, CallerKey key)
    {
        var currency = input.Currency(body.Currency);
        var postings = Postings(input, body, currency);
        ReferenceId? hold = body.Hold is { } name ? input.Reference(name, "hold") : null;
        var type = input.Type("transfer_type", body.TransferType);
        var reference = input.Reference(body.ReferenceId);
        var account = input.Account(body.Account);
        var note = input.Note(body.Note);
        var metadata = input.JsonObject(body.Metadata);
        if (!input.Errors.IsEmpty)
        {
            return null;
        }

        var context = new CommandContext(
            key.For(wallet, OperationNames.Transfer, type, reference), type, reference, note,
            metadata);
        return new WalletCommand.Transfer(context, account, hold, postings);
    }

    private static WalletCommand? Moving(
        InputReader input, WalletId wallet, CreditRequest body, CallerKey key, string operation)
    {
        var currency = input.Currency(body.Currency);
        var amount = input.Amount(body.Amount, currency);
        var type = input.Type("transaction_type", body.TransactionType);
        var reference = input.Reference(body.ReferenceId);
        var account = input.Account(body.Account);
        var world = input.World(body.Counterparty);
        var note = input.Note(body.Note);
        var metadata = input.JsonObject(body.Metadata);
        if (!input.Errors.IsEmpty)
        {
            return null;
        }

        var context = new CommandContext(
            key.For(wallet, operation, type, reference), type, reference, note, metadata);
        return operation == OperationNames.Credit
            ? new WalletCommand.Credit(context, account, amount, world)
            : new WalletCommand.Debit(context, account, amount, world);
    }

    private static Posting[] Postings(
        InputReader input, TransferRequest body, Currency? currency)
    {
        if (body.Postings is not { } legs)
        {
            return
            [
                new Posting(
                    input.Wallet("to_user", body.ToUser), input.Amount(body.Amount, currency)),
            ];
        }

        if (body.ToUser is not null || !body.Amount.IsMissing)
        {
            input.Errors.Add("postings", "stand instead of to_user and amount");
        }

        if (legs.Length is 0 or > WalletDecider.PostingsMax)
        {
            input.Errors.Add("postings", $"must be 1 to {WalletDecider.PostingsMax}");
            return [];
        }

        var postings = new Posting[legs.Length];
        for (var i = 0; i < legs.Length; i++)
        {
            var leg = legs[i] ?? new PostingRequest();
            postings[i] = new Posting(
                input.Wallet($"postings[{i}].to_user", leg.ToUser),
                input.Amount(leg.Amount, currency, $"postings[{i}].amount"));
        }

        return postings;
    }
}
