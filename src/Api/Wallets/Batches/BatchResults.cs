using Microsoft.AspNetCore.Http;
using OrleansWallet.Api.Problems;
using OrleansWallet.Api.Wallets.Operations;
using OrleansWallet.Contracts.Wallets;

namespace OrleansWallet.Api.Wallets.Batches;

/// <summary>Results of single operations, with the codes that they would have had alone.</summary>
internal static class BatchResults
{
    /// <param name="index">The operation's place.</param>
    /// <param name="answer">Null when a call with its key is under way.</param>
    public static BatchResult Of(int index, WalletAnswer? answer) => answer switch
    {
        null => Failed(
            index, StatusCodes.Status409Conflict, ProblemCodes.KeyInProgress,
            "A call with this key is under way"),
        WalletAnswer.Done done => new BatchResult
        {
            Index = index,
            Status = StatusCodes.Status200OK,
            Replayed = done.Replayed,
            Receipt = Receipts.Write(done.Receipt),
        },
        WalletAnswer.Refused refused => Refused(index, refused),
        WalletAnswer.NotAccepted => Failed(
            index, StatusCodes.Status503ServiceUnavailable, ProblemCodes.NotAccepted,
            "Nothing was done; try again with the same key"),
        WalletAnswer.OutcomeUnknown => Failed(
            index, StatusCodes.Status503ServiceUnavailable, ProblemCodes.OutcomeUnknown,
            "It may or may not have happened; ask again with the same key"),
        _ => throw new InvalidOperationException($"unknown answer {answer.GetType().Name}"),
    };

    public static BatchResult Invalid(BatchItem item) => new()
    {
        Index = item.Index,
        Status = StatusCodes.Status400BadRequest,
        Error = new BatchError(
            item.Errors.Code, "The request is not valid", item.Errors.Messages),
    };

    private static BatchResult Refused(int index, WalletAnswer.Refused refused)
    {
        var (status, code, title) = ProblemCodes.Of(refused.Refusal.Code);
        return Failed(index, status, code, title) with { Replayed = refused.Replayed };
    }

    private static BatchResult Failed(int index, int status, string code, string title) => new()
    {
        Index = index,
        Status = status,
        Error = new BatchError(code, title),
    };
}
