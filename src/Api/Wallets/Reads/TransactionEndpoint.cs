using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal.Queries;

namespace OrleansWallet.Api.Wallets.Reads;

/// <summary>One transaction with its postings.</summary>
internal static class TransactionEndpoint
{
    public static async Task<IResult> Get(
        [FromRoute(Name = "user_id")] string userId,
        [FromRoute(Name = "transaction_id")] string transactionId, HttpContext http,
        IJournalQueries journal)
    {
        if (ReadAccess.Check(http, userId, out var wallet) is { } problem)
        {
            return problem;
        }

        var aborted = http.RequestAborted;
        if (!TransactionId.TryParse(transactionId, out var id)
            || await journal.FindWalletNo(wallet, aborted) != id.WalletNo
            || await journal.FindTransaction(id.WalletNo, id.Seq, aborted) is not
            { Count: > 0 } entries)
        {
            return Problem.Of(new Refusal(RefusalCode.TransactionNotFound));
        }

        var statuses = await PostingReads.Find(journal, wallet, id.WalletNo, entries, aborted);
        var receipt = new Receipt(
            wallet, id.WalletNo, entries, PostingReads.Summarize(statuses));
        var body = new TransactionDetailBody
        {
            Transaction = Receipts.Write(receipt),
            Entries = [.. entries.Select(e => TransactionBody.Of(wallet, id.WalletNo, e))],
            Postings = [.. entries.Where(PostingReads.IsPosting).Select(e => Posting(e, statuses))],
        };
        return TypedResults.Json(body, WalletJson.Default.TransactionDetailBody);
    }

    private static PostingBody Posting(
        Entry entry, IReadOnlyDictionary<long, PostingStatus> statuses) => new()
        {
            ToUser = entry.Counterparty!.Value.Value,
            Currency = entry.Amount!.Value.Currency.Code,
            Amount = entry.Amount.Value.ToString(),
            Status = Receipts.StatusOf(
                PostingReads.Of(statuses.GetValueOrDefault(entry.Seq, PostingStatus.InProgress))),
        };
}
