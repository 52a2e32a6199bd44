using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Wallets;

/// <summary>Brings a wallet's postings to their destinations, or back after a refusal.</summary>
internal sealed class PostingDelivery(WalletId id, GrainServices services, WalletCopy copy)
{
    private const int UnderWayLook = 100;

    private Dictionary<long, Task<ReceiptStatus>>? _running;

    /// <summary>Waits, within bounds, until the postings of an answer have ended.</summary>
    public ValueTask<WalletAnswer> Finish(WalletAnswer answer) =>
        answer is WalletAnswer.Done done
            && done.Receipt.Entries[0].Kind is EntryKind.Sent or EntryKind.SentFromHold
            ? FinishTransfer(done)
            : ValueTask.FromResult(answer);

    /// <summary>Delivers the posting of entry <paramref name="seq"/> if it is still under way.</summary>
    public async Task Resume(long seq, CancellationToken cancellationToken)
    {
        var open = await services.Journal.FindPostings(copy.WalletNo, seq, 1, cancellationToken);
        if (open is not [var first] || first != seq)
        {
            return;
        }

        var entries = await services.Journal.ReadEntries(
            copy.WalletNo, seq, 1, cancellationToken);
        await Start(entries[0]);
    }

    /// <summary>Whether money sent from here is neither accepted nor returned.</summary>
    public async Task<bool> AnyUnderWay(CancellationToken cancellationToken)
    {
        var open = await services.Journal.FindPostings(
            copy.WalletNo, 0, UnderWayLook, cancellationToken);
        if (open.Count == 0)
        {
            return false;
        }

        // Delivered marks are lazy; the destinations' keys tell.
        var accepted = await services.Journal.FindKeys(
            [.. open.Select(seq => CommandKey.FromPosting(id, seq, "accept").Hash())],
            cancellationToken);
        return open.Count >= UnderWayLook || accepted.Count < open.Count
            || accepted.Values.Any(k => k.Refusal is not null);
    }

    private async ValueTask<WalletAnswer> FinishTransfer(WalletAnswer.Done done)
    {
        var sent = done.Receipt.Entries;
        try
        {
            var statuses = done.Replayed
                ? await FindStatuses(sent)
                : Deliver(sent);
            if (statuses is null)
            {
                return WithStatus(done, ReceiptStatus.InProgress);
            }

            var all = Task.WhenAll(statuses);
            await all.WaitAsync(services.Options.TransferWait, services.Time);
            return WithStatus(done, Combine(await all));
        }
        catch (Exception e) when (e is TimeoutException or JournalUnavailableException)
        {
            return WithStatus(done, ReceiptStatus.InProgress);
        }
    }

    private static WalletAnswer WithStatus(WalletAnswer.Done done, ReceiptStatus status) =>
        done with { Receipt = done.Receipt with { Status = status } };

    private static ReceiptStatus Combine(ReceiptStatus[] statuses)
    {
        if (statuses.Contains(ReceiptStatus.InProgress))
        {
            return ReceiptStatus.InProgress;
        }

        return statuses.Contains(ReceiptStatus.Returned)
            ? ReceiptStatus.Returned
            : ReceiptStatus.Completed;
    }

    private Task<ReceiptStatus>[] Deliver(IReadOnlyList<Entry> sent)
    {
        var running = new Task<ReceiptStatus>[sent.Count];
        for (var i = 0; i < running.Length; i++)
        {
            running[i] = Start(sent[i]);
        }

        return running;
    }

    // A replayed transfer tells where its money is now, and takes up what was left lying. Null when
    // the journal is away.
    private async Task<Task<ReceiptStatus>[]?> FindStatuses(IReadOnlyList<Entry> sent)
    {
        if (await copy.TryOpen(CancellationToken.None) is not null)
        {
            return null;
        }

        var open = await services.Journal.FindPostings(
            copy.WalletNo, sent[0].Seq, sent.Count, CancellationToken.None);
        var returned = await services.Journal.FindKeys(
            [.. sent.Select(e => CommandKey.FromPosting(id, e.Seq, "return").Hash())],
            CancellationToken.None);
        return
        [
            .. sent.Select(e =>
                returned.ContainsKey(CommandKey.FromPosting(id, e.Seq, "return").Hash())
                    ? Task.FromResult(ReceiptStatus.Returned)
                    : open.Contains(e.Seq) ? Start(e) : Task.FromResult(ReceiptStatus.Completed)),
        ];
    }

    private Task<ReceiptStatus> Start(Entry sent)
    {
        _running ??= [];
        if (!_running.TryGetValue(sent.Seq, out var running))
        {
            running = Run(sent);
            if (!running.IsCompleted)
            {
                _running[sent.Seq] = running;
            }
        }

        return running;
    }

    private async Task<ReceiptStatus> Run(Entry sent)
    {
        try
        {
            return await Deliver(sent);
        }
        catch (Exception e)
        {
            // The posting stays under way, and the recovery scan finds it.
            LogFailed(sent, e);
            return ReceiptStatus.InProgress;
        }
        finally
        {
            _running?.Remove(sent.Seq);
        }
    }

    private void LogFailed(Entry sent, Exception error) => GrainLog.DeliveryFailed(
        services.Logger, copy.WalletNo, sent.Seq, error.GetType().Name);

    private async Task<ReceiptStatus> Deliver(Entry sent)
    {
        if (await copy.TryOpen(CancellationToken.None) is { } away)
        {
            LogFailed(sent, away);
            return ReceiptStatus.InProgress;
        }

        var source = new EntryLink(copy.WalletNo, sent.Seq);
        var accept = new WalletCommand.Accept(
            ContextOf(sent, "accept"), sent.Amount!.Value, id, source);
        var destination = services.Grains.Wallet(new WalletId(sent.Counterparty!.Value.Value));
        var answer = await Ask(() => destination.Execute(accept));
        switch (answer)
        {
            case WalletAnswer.Done:
                services.Journal.MarkDelivered(source);
                return ReceiptStatus.Completed;
            case WalletAnswer.Refused { Refusal.DependsOnState: true }:
                return await Return(sent, source);
            case WalletAnswer.Refused refused:
                GrainLog.PostingStuck(
                    services.Logger, copy.WalletNo, sent.Seq, refused.Refusal.Code);
                return ReceiptStatus.InProgress;
            default:
                return ReceiptStatus.InProgress;
        }
    }

    // Only after the destination's committed refusal, never after a time-out.
    private async Task<ReceiptStatus> Return(Entry sent, EntryLink source)
    {
        var command = new WalletCommand.Return(
            ContextOf(sent, "return"), sent.Account, sent.Amount!.Value,
            new WalletId(sent.Counterparty!.Value.Value), source, sent.Hold, sent.ExpiresAt);
        var answer = await Ask(async () =>
        {
            var call = new PendingCall(id, command);
            copy.Submit(call);
            return await call.Settled;
        });
        return answer is WalletAnswer.Done ? ReceiptStatus.Returned : ReceiptStatus.InProgress;
    }

    private static CommandContext ContextOf(Entry sent, WalletId source, string end) => new(
        CommandKey.FromPosting(source, sent.Seq, end), sent.Type, sent.Reference, sent.Note,
        sent.Metadata);

    private CommandContext ContextOf(Entry sent, string end) => ContextOf(sent, id, end);

    // Asks until there is a durable answer, a few times with growing pauses.
    private async Task<WalletAnswer> Ask(Func<ValueTask<WalletAnswer>> ask)
    {
        foreach (var pause in services.Options.DeliveryPauses)
        {
            try
            {
                if (await ask() is var answer
                    and (WalletAnswer.Done or WalletAnswer.Refused))
                {
                    return answer;
                }
            }
            catch (Exception e) when (e is TimeoutException or WalletUnavailableException)
            {
                GrainLog.DeliveryRetried(services.Logger, copy.WalletNo, e.GetType().Name);
            }

            await Task.Delay(pause, services.Time);
        }

        return await ask();
    }
}
