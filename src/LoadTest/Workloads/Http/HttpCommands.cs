using System.Text.Json;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>
/// Wallet commands over HTTP, as a service sends them. Each wallet is told what acknowledged
/// commands make its balance.
/// </summary>
internal sealed class HttpCommands(
    HttpLanePool lanes, string run, Currency currency, PendingTransfers pending,
    RefusalSamples refusals) : IGridCommands
{
    private const string TransferPath = "/api/wallets/transfer";
    private const string BatchPath = "/api/wallets/batch";

    private readonly BatchBodies _batches = new(run, currency);
    private long _answerBytes;

    /// <summary>Bytes of the last body that was read, to compare reads by.</summary>
    public long AnswerBytes => Interlocked.Read(ref _answerBytes);

    public ValueTask<bool> CreditAsync(
        LoadWallet wallet, long minor, long number, CancellationToken cancellationToken) =>
        BookAsync(wallet.CreditPath, wallet, minor, minor, cancellationToken);

    public ValueTask<bool> DebitAsync(
        LoadWallet wallet, long minor, long number, CancellationToken cancellationToken) =>
        BookAsync(wallet.DebitPath, wallet, minor, -minor, cancellationToken);

    public async ValueTask<bool> TransferAsync(
        LoadWallet from, LoadWallet to, long minor, long number,
        CancellationToken cancellationToken)
    {
        var lane = lanes.Rent();
        try
        {
            var key = LoadKey.New();
            var body = lane.Body.Clear().Add("{\"from_user\":\""u8).Add(from.Id.Value)
                .Add("\",\"to_user\":\""u8).Add(to.Id.Value)
                .Add("\",\"transfer_type\":\"load\",\"currency\":\""u8).Add(currency.Code)
                .Add("\",\"amount\":\""u8).Add(Amount.Format(minor, currency))
                .Add("\",\"reference_id\":\""u8);
            key.AddTo(body).Add("\"}"u8);
            var answer = await lane.PostAsync(TransferPath, key, null, cancellationToken);
            return answer.IsSuccess
                ? Transferred(answer, new LoadTransfer(from, to, minor))
                : refusals.Add(TransferPath, answer);
        }
        finally
        {
            lanes.Return(lane);
        }
    }

    public ValueTask<bool> ReadBalancesAsync(
        LoadWallet wallet, CancellationToken cancellationToken) =>
        ReadAsync(wallet.BalancesPath, cancellationToken);

    /// <summary>Any GET as the service.</summary>
    public async ValueTask<bool> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var lane = lanes.Rent();
        try
        {
            var answer = await lane.GetAsync(path, cancellationToken);
            Volatile.Write(ref _answerBytes, answer.Body.Length);
            return answer.IsSuccess || refusals.Add(path, answer);
        }
        finally
        {
            lanes.Return(lane);
        }
    }

    public async ValueTask<LoadOutcome> CreditAllAsync(
        IReadOnlyList<LoadWallet> wallets, long minor, long number,
        CancellationToken cancellationToken)
    {
        var lane = lanes.Rent();
        try
        {
            _batches.Write(lane.Body.Clear(), wallets, minor);
            var key = LoadKey.New();
            var backoff = new Backoff();
            var patience = lane.NewPatience();
            while (true)
            {
                var answer = await lane.PostAsync(BatchPath, key, null, cancellationToken);
                if (!answer.IsSuccess)
                {
                    refusals.Add(BatchPath, answer);
                    return new LoadOutcome(0, wallets.Count);
                }

                if (BatchAnswers.Read(answer.Body, wallets.Count) is { } read)
                {
                    return Take(read, wallets, minor);
                }

                // Some outcomes are not final: the same key tells the others again.
                if (patience.IsOver)
                {
                    throw new LoadFailedException("a batch's outcome stays unknown");
                }

                await Task.Delay(backoff.Next(null), cancellationToken);
            }
        }
        finally
        {
            lanes.Return(lane);
        }
    }

    private async ValueTask<bool> BookAsync(
        string path, LoadWallet wallet, long minor, long change,
        CancellationToken cancellationToken)
    {
        var lane = lanes.Rent();
        try
        {
            var key = LoadKey.New();
            var body = lane.Body.Clear().Add("{\"currency\":\""u8).Add(currency.Code)
                .Add("\",\"amount\":\""u8).Add(Amount.Format(minor, currency))
                .Add("\",\"transaction_type\":\"load\",\"counterparty\":\"world:load\""u8)
                .Add(",\"reference_id\":\""u8);
            key.AddTo(body).Add("\"}"u8);
            var answer = await lane.PostAsync(path, key, null, cancellationToken);
            if (!answer.IsSuccess)
            {
                return refusals.Add(path, answer);
            }

            wallet.Add(change);
            return true;
        }
        finally
        {
            lanes.Return(lane);
        }
    }

    private bool Transferred(GridAnswer answer, LoadTransfer transfer)
    {
        // Most answers are this; the others are worth parsing.
        if (answer.Body.Span.IndexOf("\"status\":\"completed\""u8) >= 0)
        {
            transfer.Settle();
            return true;
        }

        var receipt = JsonSerializer.Deserialize(
            answer.Body.Span, GridJson.Default.ReceiptAnswer);
        if (receipt is { Status: ReceiptAnswer.InProgress, TransactionId: { } id })
        {
            pending.Add(id, transfer);
            return true;
        }

        return refusals.Add(TransferPath, $"a transfer's status is '{receipt.Status}'");
    }

    private LoadOutcome Take(
        BatchOutcome outcome, IReadOnlyList<LoadWallet> wallets, long minor)
    {
        for (var i = 0; i < wallets.Count; i++)
        {
            if (!outcome.Refused.ContainsKey(i))
            {
                wallets[i].Add(minor);
            }
        }

        foreach (var problem in outcome.Refused.Values)
        {
            refusals.Add(BatchPath, problem);
        }

        return new LoadOutcome(wallets.Count - outcome.Refused.Count, outcome.Refused.Count);
    }
}
