using Microsoft.Extensions.Logging;
using OrleansWallet.Api.Problems;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Journal;

namespace OrleansWallet.Api.Balances;

/// <summary>
/// The pump of one connection: the only one that sends to it, so that what it hears is in order.
/// The stream only wakes it; what the client must hear is decided by versions, and what the
/// stream lost comes from the journal.
/// </summary>
internal sealed partial class BalanceFeed(
    WalletId wallet, IFeedSink sink, FeedSources sources, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan _pauseAfterError = TimeSpan.FromSeconds(1);

    private readonly FeedInbox _inbox = new(sources.Options.FeedPendingMax);
    private readonly CancellationTokenSource _stop = new();
    private Task _pump = Task.CompletedTask;
    private string _epoch = "";
    private string _display = "";
    private long? _walletNo;
    private long _checkedAt;
    private bool _hasState;
    private bool _failing;

    public WalletId Wallet => wallet;

    /// <summary>Starts the pump; call once.</summary>
    public void Start() => _pump = Task.Run(() => Run(_stop.Token));

    public void Post(UserNotice notice) => _inbox.Post(notice);

    /// <summary>Sends all balances again.</summary>
    public void RequestSnapshot() => _inbox.RequestSnapshot();

    /// <summary>Sends what was missed since then, or all balances.</summary>
    public void RequestResume(FeedPosition position) => _inbox.RequestResume(position);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pump;
        _inbox.Dispose();
        _stop.Dispose();
    }

    private async Task Run(CancellationToken stop)
    {
        IAsyncDisposable? subscription = null;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    // Before the state is read: what happens in between is heard, not lost.
                    subscription ??= await sources.Subscribe(wallet, _inbox.Post);
                    await Pump(stop);
                }
                catch (Exception error) when (!stop.IsCancellationRequested)
                {
                    await Recover(error, stop);
                }
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The connection is gone, and whatever was being sent with it.
        }
        finally
        {
            await Unsubscribe(subscription);
        }
    }

    private async Task Pump(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (!_hasState || _inbox.TakeSnapshotRequest())
            {
                await SendSnapshot(stop);
            }

            if (_inbox.TakeResumeRequest() is { } position)
            {
                await Resume(position, stop);
            }

            await SendPending(stop);
            if (_inbox.With(s => s.HasGap))
            {
                await FillGap(stop);
                continue;
            }

            await Check(stop);
            if (!_inbox.With(s => s.HasPending || s.HasGap) && _hasState)
            {
                await _inbox.Wait(sources.Options.FeedCheckInterval, stop);
            }
        }
    }

    private async Task SendSnapshot(CancellationToken stop)
    {
        _inbox.With(s => s.Stop());
        _hasState = false;
        _display = await sources.GetDisplayCurrency(wallet, stop);
        _epoch = await sources.GetEpoch(stop);
        var balances = await sources.GetBalances(wallet, stop);
        _inbox.With(s => s.Start(balances.Version));
        _checkedAt = time.GetTimestamp();
        _hasState = true;
        _failing = false;
        var message = FeedMessages.Initial(balances, _display, _epoch);
        await sink.Send(HubMethods.BalanceInitial, message, stop);
    }

    private async Task Resume(FeedPosition position, CancellationToken stop)
    {
        var epoch = await sources.GetEpoch(stop);
        var head = (await sources.GetBalances(wallet, stop)).Version;
        if (!position.CanResume(epoch, head, sources.Options.FeedResumeMax))
        {
            await SendSnapshot(stop);
            return;
        }

        _epoch = epoch;
        _inbox.With(s =>
        {
            s.Stop();
            s.Start(position.Version);
            s.NoteHead(head);
        });
    }

    private async Task SendPending(CancellationToken stop)
    {
        while (_inbox.TryTake(out var change))
        {
            _walletNo ??= await sources.FindWalletNo(wallet, stop);
            var method = FeedMessages.MethodOf(change.Entry, _display);
            var message = FeedMessages.Update(change, _walletNo ?? 0, _epoch);
            await sink.Send(method, message, stop);
        }

        while (_inbox.TryTakeNotice(out var notice))
        {
            await sink.Send(notice!.Method, notice.Payload, stop);
        }
    }

    // One page at a time, each sent before the next is read: a long gap takes no memory, and
    // nothing of it is coalesced.
    private async Task FillGap(CancellationToken stop)
    {
        var (tail, head) = _inbox.With(s => (s.Tail, s.Head));
        _walletNo ??= await sources.FindWalletNo(wallet, stop);
        if (head - tail > sources.Options.FeedResumeMax)
        {
            await SendSnapshot(stop);
            return;
        }

        var pageMax = Math.Max(1, sources.Options.FeedPendingMax / 2);
        var missed = _walletNo is { } walletNo
            ? await sources.FindMissed(walletNo, tail, pageMax, stop)
            : [];
        _inbox.With(s =>
        {
            s.Offer(missed);
            if (s.Tail == tail)
            {
                // Told of, but not there to be read: wait for the next hint or check.
                s.DropGap();
            }
        });
    }

    // Hints get lost without a trace, so the position is compared with the wallet's now and then.
    private async Task Check(CancellationToken stop)
    {
        if (time.GetElapsedTime(_checkedAt) < sources.Options.FeedCheckInterval)
        {
            return;
        }

        _checkedAt = time.GetTimestamp();
        var epoch = await sources.GetEpoch(stop);
        var display = await sources.GetDisplayCurrency(wallet, stop);
        if (epoch != _epoch || display != _display)
        {
            _hasState = false;
            return;
        }

        var head = (await sources.GetBalances(wallet, stop)).Version;
        _inbox.With(s => s.NoteHead(head));
    }

    private async Task Recover(Exception error, CancellationToken stop)
    {
        // Which message failed is not known, so the client starts over from a snapshot.
        _hasState = false;
        var toldAlready = _failing;
        _failing = true;
        var away = error is JournalUnavailableException or WalletUnavailableException;
        if (!away)
        {
            LogFailed(error);
        }

        try
        {
            var message = away
                ? new ErrorMessage(ProblemCodes.NotAccepted, "The journal is away; it is tried again.")
                : new ErrorMessage("internal_error", "Something failed; it is tried again.");
            await (toldAlready ? Task.CompletedTask : sink.Send(HubMethods.Error, message, stop));
        }
        catch (Exception sendError) when (!stop.IsCancellationRequested)
        {
            LogFailed(sendError);
        }

        await Task.Delay(_pauseAfterError, time, stop);
    }

    private async Task Unsubscribe(IAsyncDisposable? subscription)
    {
        try
        {
            if (subscription is not null)
            {
                await subscription.DisposeAsync();
            }
        }
        catch (Exception error)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(4201, LogLevel.Warning, "A balance feed failed")]
    private partial void LogFailed(Exception error);
}
