using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Postgres;

/// <summary>
/// The one writer of a process: takes all that waits, of all wallets, and commits it in one
/// transaction. While it commits, the next batch gathers. No timer decides a batch.
/// </summary>
internal sealed partial class CommitWriter : IAsyncDisposable
{
    // Delivered marks may wait this long for a batch to go with.
    private static readonly TimeSpan _marksDelay = TimeSpan.FromMilliseconds(100);

    private readonly Channel<CommitGroup?> _waiting = Channel.CreateUnbounded<CommitGroup?>(
        new UnboundedChannelOptions { SingleReader = false });

    private readonly ConcurrentQueue<EntryLink> _delivered = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly CommitConnection _connection;
    private readonly CurrencyRegistry _currencies;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _marksTimer;
    private readonly Task _running;
    private int _waitingUnits;
    private bool _away;

    public CommitWriter(
        NpgsqlDataSource dataSource, CurrencyRegistry currencies, JournalOptions options,
        TimeProvider time, ILogger logger)
    {
        _connection = new CommitConnection(dataSource);
        _currencies = currencies;
        _options = options;
        _time = time;
        _logger = logger;
        _marksTimer = time.CreateTimer(_ => WakeForMarks(), null, _marksDelay, _marksDelay);
        _running = Task.Run(Run);
    }

    public bool IsFull => Volatile.Read(ref _waitingUnits) >= _options.WaitingUnitsMax;

    /// <summary>A new group with its first unit.</summary>
    public void Enqueue(CommitGroup group)
    {
        CountUnit();
        if (!_waiting.Writer.TryWrite(group))
        {
            // Stopped: the group is never taken, so nothing of it will be done.
            Task.Run(() => group.Complete(CommitResult.NotAccepted.Instance));
        }
    }

    /// <summary>One more unit in a group that waits.</summary>
    public void CountUnit() => Interlocked.Increment(ref _waitingUnits);

    public void MarkDelivered(EntryLink posting) => _delivered.Enqueue(posting);

    /// <summary>Commits what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _marksTimer.DisposeAsync();
        if (!_waiting.Writer.TryComplete())
        {
            await _running;
            return;
        }

        // What can't be committed by then is told apart by its own answers.
        _stopping.CancelAfter(_options.RetryWindow);
        await _running;
        await _connection.DisposeAsync();
        _stopping.Dispose();
    }

    private void WakeForMarks()
    {
        if (!_delivered.IsEmpty)
        {
            _waiting.Writer.TryWrite(null);
        }
    }

    private async Task Run()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            foreach (var batch in Take().Rounds())
            {
                await CommitOrTell(batch);
            }
        }
    }

    private async Task CommitOrTell(CommitBatch batch)
    {
        try
        {
            await Commit(batch, _time.GetTimestamp());
        }
        catch (Exception e)
        {
            // A bug here must not stop all wallets; these callers can't be told what happened.
            LogBug(e);
            await _connection.Drop();
            batch.CompleteAll(CommitResult.InDoubt.Instance);
        }
    }

    // Only what waits now: a line opens its next group when this one is sealed, so that group
    // stands behind in the queue and a batch never has two groups of one line.
    private CommitBatch Take()
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

        return new CommitBatch(groups, delivered);
    }

    private async Task Commit(CommitBatch batch, long started)
    {
        while (!batch.IsEmpty)
        {
            CommitTransaction? attempt = null;
            try
            {
                var connection = await _connection.Get(_stopping.Token);
                attempt = new CommitTransaction(connection, batch, _currencies);
                var aside = await attempt.Run(CancellationToken.None);
                _away = false;
                if (aside is null)
                {
                    batch.CompleteAll(CommitResult.Done.Instance);
                    return;
                }

                batch.SetAside(aside);
            }
            catch (PostgresException e) when (!Availability.IsAway(e)
                && !Availability.IsPassing(e) && batch.Groups.Count > 0)
            {
                // The server rolled back and says that the rows are at fault, not the connection.
                await _connection.Drop();
                await Isolate(batch, e, started);
                return;
            }
            catch (Exception e) when (Availability.IsAway(e) || e is OperationCanceledException
                || e is PostgresException)
            {
                LogAttemptFailed(e.GetType().Name, (e as PostgresException)?.SqlState, batch.Groups.Count);
                await _connection.Drop();
                if (!await Recover(batch, attempt, started))
                {
                    return;
                }
            }
        }
    }

    /// <summary>True when the batch certainly failed and is to be tried again.</summary>
    private async Task<bool> Recover(CommitBatch batch, CommitTransaction? attempt, long started)
    {
        if (attempt is { CommitSent: true, TransactionId: { } id } && batch.ProofKey is { } proof)
        {
            switch (await SettleDoubt(id, proof))
            {
                case true:
                    batch.CompleteAll(CommitResult.Done.Instance);
                    return false;
                case null:
                    LogInDoubt(id, batch.Groups.Count);
                    batch.CompleteAll(CommitResult.InDoubt.Instance);
                    return false;
            }
        }

        var window = _away ? TimeSpan.Zero : _options.RetryWindow;
        if (_time.GetElapsedTime(started) >= window || _stopping.IsCancellationRequested)
        {
            _away = true;
            LogAway(batch.Groups.Count);
            batch.CompleteAll(CommitResult.NotAccepted.Instance);
            Requeue(batch.Delivered);
            return false;
        }

        await Task.Delay(_options.RetryPause, _time);
        return true;
    }

    private async Task<bool?> SettleDoubt(ulong transactionId, UInt128 proofKey)
    {
        var started = _time.GetTimestamp();
        while (_time.GetElapsedTime(started) < _options.DoubtWindow)
        {
            try
            {
                var connection = await _connection.Get(CancellationToken.None);
                if (await DoubtSettler.Ask(connection, transactionId, proofKey, default) is { } known)
                {
                    LogSettled(transactionId, known);
                    return known;
                }
            }
            catch (Exception e) when (Availability.IsAway(e))
            {
                await _connection.Drop();
            }

            await Task.Delay(_options.RetryPause, _time);
        }

        return null;
    }

    // One poisoned unit never fails another wallet: halve until it stands alone.
    private async Task Isolate(CommitBatch batch, PostgresException error, long started)
    {
        if (batch.Groups.Count == 1)
        {
            LogPoisoned(batch.Groups[0].Line.WalletNo, error.SqlState, error.ConstraintName);
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
        "A commit of {Groups} wallets failed ({Exception} {SqlState}); it is settled or tried again")]
    private partial void LogAttemptFailed(string exception, string? sqlState, int groups);

    [LoggerMessage(1001, LogLevel.Warning, "Transaction {TransactionId} was in doubt: committed {Committed}")]
    private partial void LogSettled(ulong transactionId, bool committed);

    [LoggerMessage(1002, LogLevel.Error,
        "Transaction {TransactionId} of {Groups} wallets stays in doubt; callers are told so")]
    private partial void LogInDoubt(ulong transactionId, int groups);

    [LoggerMessage(1003, LogLevel.Error, "The database is away; {Groups} wallets were not accepted")]
    private partial void LogAway(int groups);

    [LoggerMessage(1004, LogLevel.Error,
        "Wallet {WalletNo} was not accepted: the database refuses its rows ({SqlState} {Constraint})")]
    private partial void LogPoisoned(long walletNo, string sqlState, string? constraint);

    [LoggerMessage(1005, LogLevel.Critical, "A bug in the writer")]
    private partial void LogBug(Exception exception);
}
