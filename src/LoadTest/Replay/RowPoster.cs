using System.Text.Json;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;
using OrleansWallet.LoadTest.Replay.Verification;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>Posts the rows of wallets, each wallet's strictly one after the other.</summary>
/// <remarks>Thread-safe; a lane is used by one call at a time.</remarks>
internal sealed class RowPoster(
    RowRequests requests, ReplayCounts counts, Mismatches mismatches, TimeProvider time)
{
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(50);

    public async Task FundAsync(
        GridLane lane, BankTransfers bank, string fileId, CancellationToken cancellationToken)
    {
        if (bank.Funding.IsPositive)
        {
            requests.WriteFunding(lane.Call, bank, fileId);
            await lane.SendAsync(cancellationToken);
        }
    }

    public async Task PostAsync(
        GridLane lane, WalletRows wallet, CancellationToken cancellationToken)
    {
        var routes = new WalletRoutes(lane.Client.Routes, wallet.WalletId);
        foreach (var row in wallet.Rows)
        {
            requests.Write(lane.Call, routes, row);
            var began = time.GetTimestamp();
            var answer = await lane.SendAsync(cancellationToken);
            counts.Answered(time.GetElapsedTime(began), answer.IsReplayed);
            await TakeAsync(lane, wallet.WalletId, row, answer, cancellationToken);
        }
    }

    private async ValueTask TakeAsync(
        GridLane lane,
        string walletId,
        BankRow row,
        GridAnswer answer,
        CancellationToken cancellationToken)
    {
        var receipt = Read(answer);

        // The receipt is the source's: of a transfer in, that is the bank's wallet.
        if (!row.IsTransferIn && !Says(receipt.BalanceAfter, row.ExactBalance))
        {
            mismatches.Add(
                walletId,
                $"{row.TransactionId}: the receipt says balance_after "
                + $"{receipt.BalanceAfter}, the file {row.ExactBalance}");
        }

        if (receipt.Status == ReceiptAnswer.InProgress)
        {
            counts.TransferInProgress();
            var source = row.IsTransferIn ? BankFile.BankWalletId(row.PartnerBank) : walletId;
            await SettleAsync(lane, source, row, receipt, cancellationToken);
        }
        else if (receipt.Status != ReceiptAnswer.Completed)
        {
            throw Unsettled(walletId, row, receipt);
        }
    }

    // Waits for the other end at once: a wallet's next row may need the money of this one, and
    // must stand behind it in the history.
    private async Task SettleAsync(
        GridLane lane,
        string source,
        BankRow row,
        ReceiptAnswer receipt,
        CancellationToken cancellationToken)
    {
        var id = receipt.TransactionId ?? throw Unsettled(source, row, receipt);
        var patience = new Patience(lane.Client.Patience.Limit, time);
        while (true)
        {
            lane.Call.Get(lane.Client.Routes.Transaction(source, id));
            var answer = await lane.SendAsync(cancellationToken);
            var now = JsonSerializer.Deserialize(
                answer.Body.Span, GridJson.Default.TransactionAnswer).Transaction;
            if (now.Status == ReceiptAnswer.Completed)
            {
                return;
            }

            if (now.Status != ReceiptAnswer.InProgress || patience.IsOver)
            {
                throw Unsettled(source, row, now);
            }

            await Task.Delay(_poll, time, cancellationToken);
        }
    }

    private static ReceiptAnswer Read(GridAnswer answer) =>
        JsonSerializer.Deserialize(answer.Body.Span, GridJson.Default.ReceiptAnswer);

    private static bool Says(string? text, Amount expected) =>
        Amount.TryParse(text, expected.Currency, out var told) == AmountError.None
        && told == expected;

    private static ReplayFailedException Unsettled(
        string walletId, BankRow row, ReceiptAnswer receipt) =>
        new($"{walletId} {row.TransactionId}: the answer's status is '{receipt.Status}'");
}
