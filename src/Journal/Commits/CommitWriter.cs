using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Commits;

/// <summary>
/// Takes all that waits, of all its wallets, and commits it in one transaction. While it commits,
/// the next batch gathers. No timer decides a batch: only for callers whom the last commit has
/// answered does it wait, as long as they keep coming.
/// </summary>
public sealed partial class CommitWriter : IAsyncDisposable
{
    // When for so long nobody more has come, those who were answered want nothing now.
    private static readonly TimeSpan _gatherPause = TimeSpan.FromMicroseconds(50);

    // A batch so large gains next to nothing by a few more.
    private const int GatherUnitsMax = 256;

    // Delivered marks may wait this long for a batch to go with.
    private static readonly TimeSpan _marksDelay = TimeSpan.FromMilliseconds(100);

    private readonly Channel<CommitGroup?> _waiting = Channel.CreateUnbounded<CommitGroup?>(
        new UnboundedChannelOptions { SingleReader = false });

    private readonly ConcurrentQueue<EntryLink> _delivered = new();
    private readonly Queue<CommitBatch> _taken = [];
    private readonly ICommitStore _store;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _marksTimer;
    private int _waitingUnits;
    private int _answeredUnits;
    private bool _away;
    private bool _stopping;

    public CommitWriter(
        ICommitStore store, JournalOptions options, TimeProvider time, ILogger logger)
    {
        _store = store;
        _options = options;
        _time = time;
        _logger = logger;
        _marksTimer = time.CreateTimer(_ => WakeForMarks(), null, _marksDelay, _marksDelay);
    }

    internal TimeProvider Time => _time;

    /// <summary>True when so much waits that new work should be refused.</summary>
    public bool IsFull => Volatile.Read(ref _waitingUnits) >= _options.WaitingUnitsMax;

    /// <summary>Writes until stopped; call once, where the writer is to run.</summary>
    public async Task Run()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            Gather();
            Take();
            while (_taken.TryDequeue(out var batch))
            {
                await CommitSafely(batch);
            }
        }
    }

    /// <summary>Notes with some later commit that a posting has arrived.</summary>
    public void MarkDelivered(EntryLink posting) => _delivered.Enqueue(posting);

    /// <summary>Takes nothing more; <see cref="Run"/> ends when all that waits has its answer.</summary>
    public void Stop()
    {
        Volatile.Write(ref _stopping, true);
        _waiting.Writer.TryComplete();
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        await _marksTimer.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <summary>A new group with its first unit.</summary>
    internal void Enqueue(CommitGroup group)
    {
        CountUnit();
        if (!_waiting.Writer.TryWrite(group))
        {
            // Stopped: the group is never taken, so nothing of it will be done. The line's lock
            // is held here, hence not now.
            ThreadPool.QueueUserWorkItem(
                _ => group.Complete(CommitResult.NotAccepted.Instance));
        }
    }

    /// <summary>One more unit in a group that waits.</summary>
    internal void CountUnit()
    {
        Interlocked.Increment(ref _waitingUnits);
        CommitMetrics.Waiting(1);
    }

    /// <summary>A group has grown; called within its line's lock.</summary>
    internal void WriteAhead(CommitGroup group) => _store.WriteAhead(group);

    private void WakeForMarks()
    {
        if (!_delivered.IsEmpty)
        {
            _waiting.Writer.TryWrite(null);
        }
    }

    // The callers of the last batch ask again while the next one is taken: some would go with it
    // and the rest with the one behind, each of them half as large as it could be.
    private void Gather()
    {
        if (_options.GatherWindow == TimeSpan.Zero)
        {
            return;
        }

        var began = _time.GetTimestamp();
        var (grown, waiting) = (began, Volatile.Read(ref _waitingUnits));
        var wanted = Math.Min(_answeredUnits, GatherUnitsMax);
        while (waiting < wanted && _time.GetElapsedTime(grown) < _gatherPause
            && _time.GetElapsedTime(began) < _options.GatherWindow)
        {
            Thread.Yield();
            var now = Volatile.Read(ref _waitingUnits);
            if (now > waiting)
            {
                (grown, waiting) = (_time.GetTimestamp(), now);
            }
        }
    }

    // Only what waits now: a line opens its next group when this one is sealed, so that group
    // stands behind in the queue and a batch never has two groups of one line.
    private void Take()
    {
        var groups = new List<CommitGroup>();
        var units = 0;
        var waiting = _waiting.Reader.Count;
        while (waiting-- > 0 && units < _options.BatchUnitsMax
            && _waiting.Reader.TryRead(out var group))
        {
            if (group is null)
            {
                continue;
            }

            var sound = group.Line.Seal(group);
            Interlocked.Add(ref _waitingUnits, -group.Units.Count);
            CommitMetrics.Waiting(-group.Units.Count);
            if (sound)
            {
                groups.Add(group);
                units += group.Units.Count;
            }
            else
            {
                group.Complete(CommitResult.Discarded.Instance);
            }
        }

        var delivered = new List<EntryLink>();
        while (delivered.Count < _options.BatchUnitsMax && _delivered.TryDequeue(out var posting))
        {
            delivered.Add(posting);
        }

        _answeredUnits = units;
        foreach (var round in new CommitBatch(groups, delivered).Rounds())
        {
            _taken.Enqueue(round);
        }
    }

    private void PrepareNext()
    {
        if (_taken.Count == 0 && Volatile.Read(ref _waitingUnits) >= _store.PreparedUnitsMin)
        {
            Take();
        }

        if (_taken.TryPeek(out var next))
        {
            _store.Prepare(next);
        }
    }

    private async Task CommitSafely(CommitBatch batch)
    {
        try
        {
            await Commit(batch, _time.GetTimestamp());
        }
        catch (Exception e)
        {
            // A bug here must not stop all wallets; these callers can't be told what happened.
            LogBug(e);
            batch.CompleteAll(CommitResult.InDoubt.Instance);
        }
    }

    private async Task Commit(CommitBatch batch, long started)
    {
        while (!batch.IsEmpty)
        {
            var outcome = await _store.Commit(batch);
            CommitMetrics.Tried(outcome);
            switch (outcome)
            {
                case CommitTry.Committed:
                    _away = false;
                    CommitMetrics.Committed(batch.Groups.Count, _time.GetElapsedTime(started));
                    PrepareNext();
                    batch.CompleteAll(CommitResult.Done.Instance);
                    return;
                case CommitTry.SetAside aside:
                    _away = false;
                    batch.SetAside(aside.Results);
                    break;
                case CommitTry.Poisoned poisoned:
                    await Isolate(batch, poisoned, started);
                    return;
                case CommitTry.Doubtful doubt:
                    LogDoubt(doubt.TransactionId, batch.Groups.Count);
                    if (await Settle(doubt) is not { } committed)
                    {
                        LogInDoubt(doubt.TransactionId, batch.Groups.Count);
                        batch.CompleteAll(CommitResult.InDoubt.Instance);
                        return;
                    }

                    LogSettled(doubt.TransactionId, committed);
                    if (committed)
                    {
                        batch.CompleteAll(CommitResult.Done.Instance);
                        return;
                    }

                    break;
                case CommitTry.Failed failed:
                    LogTryFailed(failed.Reason, batch.Groups.Count);
                    if (!await MayTryAgain(batch, started))
                    {
                        return;
                    }

                    break;
            }
        }
    }

    private async Task<bool> MayTryAgain(CommitBatch batch, long started)
    {
        var window = _away || Volatile.Read(ref _stopping) ? TimeSpan.Zero : _options.RetryWindow;
        if (_time.GetElapsedTime(started) < window)
        {
            await Task.Delay(_options.RetryPause, _time);
            return true;
        }

        _away = true;
        if (batch.Groups.Count > 0)
        {
            LogAway(batch.Groups.Count);
        }

        batch.CompleteAll(CommitResult.NotAccepted.Instance);
        Requeue(batch.Delivered);
        return false;
    }

    private async Task<bool?> Settle(CommitTry.Doubtful doubt)
    {
        var started = _time.GetTimestamp();
        while (_time.GetElapsedTime(started) < _options.DoubtWindow)
        {
            // The lost transaction may still commit, so rows say nothing before it is over.
            if (await _store.IsOver(doubt) is true
                && await _store.IsCommitted(doubt) is { } known)
            {
                return known;
            }

            await Task.Delay(_options.RetryPause, _time);
        }

        return null;
    }

    // One poisoned unit never fails another wallet: halve until it stands alone.
    private async Task Isolate(CommitBatch batch, CommitTry.Poisoned poisoned, long started)
    {
        if (batch.Groups.Count <= 1)
        {
            LogPoisoned(batch.Groups.FirstOrDefault()?.Line.WalletNo, poisoned.Reason);
            batch.CompleteAll(CommitResult.NotAccepted.Instance);
            Requeue(batch.Delivered);
            return;
        }

        var (first, second) = batch.Split();
        await Commit(first, started);
        await Commit(second, started);
    }

    private void Requeue(IReadOnlyList<EntryLink> delivered)
    {
        foreach (var posting in delivered)
        {
            _delivered.Enqueue(posting);
        }
    }

    [LoggerMessage(1000, LogLevel.Warning,
        "A commit of {Groups} wallets failed ({Reason}); it is tried again")]
    private partial void LogTryFailed(string reason, int groups);

    [LoggerMessage(1001, LogLevel.Warning,
        "Transaction {TransactionId} was in doubt: committed {Committed}")]
    private partial void LogSettled(ulong transactionId, bool committed);

    [LoggerMessage(1002, LogLevel.Error,
        "Transaction {TransactionId} of {Groups} wallets stays in doubt; callers are told so")]
    private partial void LogInDoubt(ulong transactionId, int groups);

    [LoggerMessage(1003, LogLevel.Error,
        "The database is away; {Groups} wallets were not accepted")]
    private partial void LogAway(int groups);

    [LoggerMessage(1004, LogLevel.Error,
        "Wallet {WalletNo} was not accepted: the database refuses its rows ({Reason})")]
    private partial void LogPoisoned(long? walletNo, string reason);

    [LoggerMessage(1005, LogLevel.Critical, "A bug in the writer")]
    private partial void LogBug(Exception exception);

    [LoggerMessage(1006, LogLevel.Warning,
        "The connection broke while transaction {TransactionId} of {Groups} wallets committed")]
    private partial void LogDoubt(ulong transactionId, int groups);
}
