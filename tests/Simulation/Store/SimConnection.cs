using OrleansWallet.Journal;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Store;

/// <summary>How one process reads from the database: it takes a while, and fails during an outage.</summary>
internal sealed class SimConnection(
    DatabaseHealth health, SimScheduler scheduler, SimTime time, SimRandom random)
{
    /// <param name="read">Reads what is committed when the query arrives.</param>
    /// <exception cref="JournalUnavailableException">The database is away by then.</exception>
    public ValueTask<T> Read<T>(Func<T> read)
    {
        var query = new Query<T>(health, time, read);
        scheduler.Set(query, random.Between(0.05, 0.5));
        return new ValueTask<T>(query.Answer);
    }

    // Not an asynchronous method that waits and throws: exceptions are dear, and outages long.
    private sealed class Query<T>(DatabaseHealth health, SimTime time, Func<T> read) : SimTimer
    {
        private readonly TaskCompletionSource<T> _answer = new();

        public Task<T> Answer => _answer.Task;

        public override void Run()
        {
            if (time.IsDead)
            {
                return;
            }

            if (health.IsAway)
            {
                _answer.SetException(new JournalUnavailableException());
            }
            else
            {
                _answer.SetResult(read());
            }
        }
    }
}
