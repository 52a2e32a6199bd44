using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Json;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.Wallets.Batches;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>What became of a key, for a caller that lost the answer.</summary>
internal static class OperationsEndpoint
{
    public static async Task<IResult> Get(
        string? key, HttpContext http, IJournalQueries journal)
    {
        var own = CommandKey.IsValidKey(key);
        var prefixed = CommandKey.TryParse(key, out var asPrefixed);
        if (!own && !prefixed)
        {
            return FieldErrors.Of("key", "is not a key");
        }

        // The caller's own key first: it may look like a prefixed one.
        var found = own ? CallerKey.Of(http, key!) : asPrefixed;
        var record = await journal.FindKey(found.Hash(), http.RequestAborted);
        if (record is null && own && prefixed)
        {
            found = asPrefixed;
            record = await journal.FindKey(found.Hash(), http.RequestAborted);
        }

        return record is null
            ? Problem.Of(
                StatusCodes.Status404NotFound, ProblemCodes.NotFound,
                "Nothing is known of this key")
            : TypedResults.Json(
                await Body(journal, found, record, http.RequestAborted),
                WalletJson.Default.OperationBody);
    }

    private static async ValueTask<OperationBody> Body(
        IJournalQueries journal, CommandKey key, KeyRecord record,
        CancellationToken cancellationToken)
    {
        if (record.Refusal is { } refusal)
        {
            return Refused(key, record, refusal);
        }

        var statuses = await PostingReads.Find(
            journal, record.Wallet, record.WalletNo, record.Entries, cancellationToken);
        var receipt = Receipts.Write(new Receipt(
            record.Wallet, record.WalletNo, record.Entries, PostingReads.Summarize(statuses)));
        return new OperationBody
        {
            Key = key.Text,
            Status = receipt.Status,
            UserId = record.Wallet.Value,
            Receipt = receipt,
        };
    }

    private static OperationBody Refused(CommandKey key, KeyRecord record, Refusal refusal)
    {
        var (_, code, title) = ProblemCodes.Of(refusal.Code);
        return new OperationBody
        {
            Key = key.Text,
            Status = "refused",
            UserId = record.Wallet.Value,
            Error = new BatchError(code, title),
        };
    }
}
