using OrleansWallet.Journal.Commits;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Store;

/// <summary>One process's connection to the simulated database, with everything that breaks.</summary>
internal sealed class SimCommitStore(
    int node, SimDatabase database, DatabaseHealth health, SimScheduler scheduler, SimTime time,
    FaultPlan faults, SimRandom random)
    : ICommitStore
{
    private static readonly TimeSpan _lockTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _lockPollMin = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan _lockPollMax = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<ulong, SimTransaction> _doubts = [];
    private SimTransaction? _transaction;
    private int _leftCount;

    public async Task<CommitTry> Commit(CommitBatch batch)
    {
        var result = await TryCommit(batch);
        if (result is CommitTry.Failed or CommitTry.Doubtful)
        {
            // The connection is given up; what it was sent goes on.
            _transaction = null;
            _leftCount++;
            database.Leave(this);
        }

        return result;
    }

    /// <summary>Whether a transaction is of the connection that is open.</summary>
    public bool Knows(SimTransaction transaction) => transaction == _transaction;

    /// <summary>What a look at the writers finds.</summary>
    public WritersLook Look() => new(
        database.AnyOtherWriter(this),
        FormattableString.Invariant($"{database.WriterCount}:{_leftCount}"));

    private async Task<CommitTry> TryCommit(CommitBatch batch)
    {
        await Pause(0.05, 0.5);
        if (health.IsAway)
        {
            return new CommitTry.Failed("away");
        }

        database.Enter(this);
        var transaction = _transaction = database.Begin(node, batch);
        var started = time.GetTimestamp();
        var poll = _lockPollMin;
        while (!database.TryLock(transaction))
        {
            if (time.GetElapsedTime(started) > _lockTimeout)
            {
                database.Abort(transaction);
                return new CommitTry.Failed("lock timeout");
            }

            await time.Pause(poll);
            poll = poll * 2 < _lockPollMax ? poll * 2 : _lockPollMax;
        }

        if (database.Check(transaction) is { } aside)
        {
            database.Abort(transaction);
            return new CommitTry.SetAside(aside);
        }

        await Pause(0.05, 0.5);
        if (transaction.State == TransactionState.Aborted || health.IsAway
            || faults.Strikes(FaultKinds.CommitFails, 2))
        {
            database.Abort(transaction);
            return new CommitTry.Failed("failed before the commit");
        }

        return await Finish(transaction, batch);
    }

    public int PreparedUnitsMin => 2;

    public void Prepare(CommitBatch next)
    {
    }

    public void WriteAhead(CommitGroup group)
    {
    }

    public async Task<bool?> IsOver(CommitTry.Doubtful doubt)
    {
        await Pause(0.05, 0.5);
        return health.IsAway ? null : database.IsOver(doubt.TransactionId);
    }

    public async Task<bool?> IsCommitted(CommitTry.Doubtful doubt)
    {
        await Pause(0.05, 0.5);
        if (health.IsAway)
        {
            return null;
        }

        if (_doubts.Remove(doubt.TransactionId, out var transaction))
        {
            transaction.DoubtEndsAt = scheduler.Now;
        }

        return database.Keys.TryGetValue(doubt.ProofKey, out var key)
            && key.TransactionId == doubt.TransactionId;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // From here on the database goes on by itself, whatever becomes of the process.
    private async Task<CommitTry> Finish(SimTransaction transaction, CommitBatch batch)
    {
        transaction.CommitSent = true;
        transaction.SentAt = scheduler.Now;
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var delay = faults.Strikes(FaultKinds.SlowCommits, 3)
            ? random.Between(10, 2000)
            : random.Between(0.2, 2);
        var lost = faults.Strikes(FaultKinds.AnswerLost, 2);
        // A lost commit may take any time, or be undone.
        var end = lost && random.Below(2) == 0 ? random.Between(1, 15_000) : delay;
        if (lost)
        {
            transaction.DoubtEndsAt = long.MaxValue;
            _doubts.Add(transaction.Id, transaction);
        }

        var undone = lost && random.Below(3) == 0;
        scheduler.After(end, () =>
        {
            if (undone)
            {
                database.Abort(transaction);
            }
            else
            {
                database.Commit(transaction);
            }

            if (!lost)
            {
                answer.TrySetResult();
            }
        });
        if (lost)
        {
            await time.Pause(delay);
            return batch.ProofKey is { } proof
                ? new CommitTry.Doubtful(transaction.Id, proof)
                : new CommitTry.Failed("lost");
        }

        await answer.Task;
        return CommitTry.Committed.Instance;
    }

    private Task Pause(double fromMs, double toMs) => time.Pause(random.Between(fromMs, toMs));
}
