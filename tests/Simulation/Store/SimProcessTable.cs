using OrleansWallet.Domain.Processes;
using OrleansWallet.Journal.Processes;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Store;

/// <summary>What PostgreSQL keeps of processes: one row each, moved by its version.</summary>
internal sealed class SimProcessTable(SimScheduler scheduler)
{
    public Dictionary<ProcessId, SimProcessRow> Rows { get; } = [];

    // The few that wait for a time.
    private readonly Dictionary<ProcessId, SimProcessRow> _due = [];

    /// <summary>Writes that were sent and have not ended.</summary>
    public int OpenCount { get; set; }

    /// <summary>Heard after each write that took effect, with what is read of its row.</summary>
    public Action<SimProcessRow, ProcessState>? Committed { get; set; }

    public SimProcessJson Json { get; } = new();

    /// <summary>Those whose time has come, the oldest first.</summary>
    public IReadOnlyList<ProcessId> FindDue(DateTimeOffset at, int limit) =>
    [
        .. _due.Values.Where(r => r.DueAt <= at).OrderBy(r => r.DueAt)
            .ThenBy(r => r.Id.Value, StringComparer.Ordinal).Take(limit).Select(r => r.Id),
    ];

    public ProcessCommit Apply(ProcessWrite write)
    {
        var key = write.Id;
        var version = Rows.TryGetValue(key, out var row) ? row.Version : 0;
        if (version != write.Expected)
        {
            return ProcessCommit.Conflict;
        }

        var next = new SimProcessRow(
            write.Id, version + 1, write.Status,
            write.DueAfter is { } after ? SimTime.At(scheduler.Now) + after : write.DueAt,
            write.State);
        Rows[key] = next;
        if (next.DueAt is null)
        {
            _due.Remove(key);
        }
        else
        {
            _due[key] = next;
        }

        Committed?.Invoke(next, Json.Commit(row, next));
        return ProcessCommit.Done;
    }
}
