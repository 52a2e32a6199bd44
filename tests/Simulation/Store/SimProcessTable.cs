using OrleansWallet.Journal.Processes;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Store;

/// <summary>What PostgreSQL keeps of processes: one row each, moved by its version.</summary>
internal sealed class SimProcessTable(SimScheduler scheduler)
{
    public SortedDictionary<string, SimProcessRow> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes that were sent and have not ended.</summary>
    public int OpenCount { get; set; }

    /// <summary>Heard after each write that took effect.</summary>
    public Action<SimProcessRow>? Committed { get; set; }

    public ProcessCommit Apply(ProcessWrite write)
    {
        var key = write.Id.ToString();
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
        Committed?.Invoke(next);
        return ProcessCommit.Done;
    }
}
