using System.Collections.Concurrent;
using System.Text.Json;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>
/// Transfers that were answered as under way: they are asked for after the run, so that none
/// waits for them meanwhile. Thread-safe.
/// </summary>
internal sealed class PendingTransfers(TimeProvider time)
{
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<(string TransactionId, LoadTransfer Transfer)> _pending =
        new();

    private long _count;

    /// <summary>How many there were.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Add(string transactionId, LoadTransfer transfer)
    {
        Interlocked.Increment(ref _count);
        _pending.Enqueue((transactionId, transfer));
    }

    /// <summary>Waits for the end of each.</summary>
    /// <returns>Those that did not come to their targets, a text each.</returns>
    public async Task<IReadOnlyList<string>> SettleAsync(
        GridClient client, int lanes, CancellationToken cancellationToken)
    {
        var wrong = new ConcurrentQueue<string>();
        await GridLanes.RunAsync(
            client, lanes, _pending.ToArray(),
            async (lane, item, stop) =>
            {
                var status = await EndAsync(lane, item.TransactionId, item.Transfer, stop);
                if (status == ReceiptAnswer.Completed)
                {
                    item.Transfer.Settle();
                }
                else
                {
                    wrong.Enqueue($"transfer {item.TransactionId} is '{status}' in the end");
                }
            },
            cancellationToken);
        _pending.Clear();
        return [.. wrong];
    }

    private async Task<string?> EndAsync(
        GridLane lane, string transactionId, LoadTransfer transfer,
        CancellationToken cancellationToken)
    {
        var patience = new Patience(lane.Client.Patience.Limit, time);
        while (true)
        {
            lane.Call.Get(lane.Client.Routes.Transaction(transfer.From.Id.Value, transactionId));
            var answer = await lane.SendAsync(cancellationToken);
            var status = JsonSerializer.Deserialize(
                answer.Body.Span, GridJson.Default.TransactionAnswer).Transaction.Status;
            if (status != ReceiptAnswer.InProgress || patience.IsOver)
            {
                return status;
            }

            await Task.Delay(_poll, time, cancellationToken);
        }
    }
}
