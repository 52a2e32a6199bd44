using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Commits;
using OrleansWallet.Journal.Postgres;

namespace OrleansWallet.Journal.Processes;

/// <summary>
/// Commits all process states that wait in one transaction. While it commits, the next gather.
/// </summary>
/// <remarks>
/// A commit whose answer was lost is simply tried again: the row lock waits for the lost
/// transaction, the version refuses a second effect, and the token tells whose the row is.
/// </remarks>
internal sealed partial class ProcessWriter : IAsyncDisposable
{
    private readonly Channel<PendingWrite> _waiting = Channel.CreateUnbounded<PendingWrite>();
    private readonly CommitConnection _connection;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _running;

    public ProcessWriter(
        NpgsqlDataSource dataSource, JournalOptions options, TimeProvider time, ILogger logger)
    {
        _connection = new CommitConnection(dataSource);
        _options = options;
        _time = time;
        _logger = logger;
        _running = WriterThread.Start("Process writer", Run);
    }

    public Task<ProcessCommit> Write(ProcessWrite write)
    {
        var pending = new PendingWrite(write);
        if (_waiting.Reader.Count >= _options.WaitingUnitsMax
            || !_waiting.Writer.TryWrite(pending))
        {
            pending.Complete(ProcessCommit.NotAccepted);
        }

        return pending.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
        _connection.Dispose();
    }

    private async Task Run()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            foreach (var round in Take())
            {
                await Commit(round);
            }
        }
    }

    // No process twice in a round: the second write must meet what the first one left.
    private List<List<PendingWrite>> Take()
    {
        var rounds = new List<List<PendingWrite>>();
        var seen = new Dictionary<ProcessId, int>();
        var waiting = Math.Min(_waiting.Reader.Count, _options.BatchUnitsMax);
        while (waiting-- > 0 && _waiting.Reader.TryRead(out var pending))
        {
            var round = seen.GetValueOrDefault(pending.Write.Id);
            seen[pending.Write.Id] = round + 1;
            if (round == rounds.Count)
            {
                rounds.Add([]);
            }

            rounds[round].Add(pending);
        }

        return rounds;
    }

    private async Task Commit(List<PendingWrite> round)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            try
            {
                var connection = _connection.Get();
                var results = ProcessTransaction.Run(connection, round);
                foreach (var pending in round)
                {
                    pending.Complete(results[pending.Write.Id]);
                }

                return;
            }
            catch (PostgresException e) when (IsAtFault(e))
            {
                _connection.Drop();
                if (round.Count == 1)
                {
                    LogPoisoned(round[0].Write.Id.Kind, e.SqlState);
                    round[0].Complete(ProcessCommit.NotAccepted);
                    return;
                }

                // One bad row never fails another process: halve until it stands alone.
                await Commit(round[..(round.Count / 2)]);
                await Commit(round[(round.Count / 2)..]);
                return;
            }
            catch (Exception e)
            {
                _connection.Drop();
                if (!Availability.IsAway(e) && e is not PostgresException)
                {
                    LogBug(e);
                }

                if (_time.GetElapsedTime(started) >= _options.RetryWindow)
                {
                    GiveUp(round);
                    return;
                }
            }

            await Task.Delay(_options.RetryPause, _time);
        }
    }

    private static bool IsAtFault(PostgresException e) =>
        !Availability.IsAway(e) && !Availability.IsPassing(e)
        && e.SqlState != PostgresErrorCodes.LockNotAvailable;

    private void GiveUp(List<PendingWrite> round)
    {
        LogAway(round.Count);
        foreach (var pending in round)
        {
            pending.Complete(
                pending.IsDoubtful ? ProcessCommit.InDoubt : ProcessCommit.NotAccepted);
        }
    }

    [LoggerMessage(1050, LogLevel.Error, "The database is away; {Count} processes were not written")]
    private partial void LogAway(int count);

    [LoggerMessage(1051, LogLevel.Error, "A {Kind} was not written: the database refuses its row ({SqlState})")]
    private partial void LogPoisoned(ProcessKind kind, string sqlState);

    [LoggerMessage(1052, LogLevel.Critical, "A bug in the writer of processes")]
    private partial void LogBug(Exception exception);
}
