using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Store;

/// <summary>Processes as one process of the grid sees them, with everything that breaks.</summary>
internal sealed class SimProcessJournal(
    SimProcessTable table, DatabaseHealth health, SimConnection connection, SimScheduler scheduler,
    SimTime time, FaultPlan faults, SimRandom random)
    : IProcessJournal
{
    public ValueTask<ProcessRow?> Load(ProcessId id, CancellationToken cancellationToken) =>
        connection.Read(() => table.Rows.TryGetValue(id, out var row)
            ? new ProcessRow(id, row.Version, row.State)
            : null);

    public async Task<ProcessCommit> Write(ProcessWrite write)
    {
        await time.Pause(random.Between(0.05, 0.5));
        if (health.IsAway || faults.Strikes(FaultKinds.CommitFails, 2))
        {
            return ProcessCommit.NotAccepted;
        }

        // From here on the database goes on by itself, whatever becomes of the process.
        var answer = new TaskCompletionSource<ProcessCommit>(
            TaskCreationOptions.RunContinuationsAsynchronously);
        var delay = faults.Strikes(FaultKinds.SlowCommits, 3)
            ? random.Between(10, 2000)
            : random.Between(0.2, 2);
        var lost = faults.Strikes(FaultKinds.AnswerLost, 2);
        var end = lost && random.Below(2) == 0 ? random.Between(1, 15_000) : delay;
        var undone = lost && random.Below(3) == 0;
        table.OpenCount++;
        scheduler.After(end, () =>
        {
            table.OpenCount--;
            var result = undone ? ProcessCommit.NotAccepted : table.Apply(write);
            if (!lost)
            {
                answer.TrySetResult(result);
            }
        });
        if (lost)
        {
            await time.Pause(delay);
            return ProcessCommit.InDoubt;
        }

        return await answer.Task;
    }

    public ValueTask<IReadOnlyList<ProcessId>> FindDue(
        int limit, CancellationToken cancellationToken) =>
        connection.Read(() => table.FindDue(SimTime.At(scheduler.Now), limit));

    public ValueTask Beat(TimeSpan outageAfter, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    public ValueTask<IReadOnlyList<Outage>> FindOutages(
        DateTimeOffset since, CancellationToken cancellationToken) =>
        connection.Read<IReadOnlyList<Outage>>(() => []);
}
