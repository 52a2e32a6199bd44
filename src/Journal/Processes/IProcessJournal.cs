using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Journal.Processes;

/// <summary>The durable states of processes. Thread-safe.</summary>
/// <remarks>The reads throw <see cref="JournalUnavailableException"/>: transient.</remarks>
public interface IProcessJournal
{
    /// <summary>The committed state; null when there is none.</summary>
    ValueTask<ProcessRow?> Load(ProcessId id, CancellationToken cancellationToken);

    /// <summary>Commits by compare-and-set on the version.</summary>
    Task<ProcessCommit> Write(ProcessWrite write);

    /// <summary>Processes that are due by the journal's clock, the longest due first.</summary>
    ValueTask<IReadOnlyList<ProcessId>> FindDue(int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Tells that the grid runs. When nobody told so for longer than
    /// <paramref name="outageAfter"/>, by the journal's clock, that time becomes an outage.
    /// </summary>
    ValueTask Beat(TimeSpan outageAfter, CancellationToken cancellationToken);

    /// <summary>Outages that ended after <paramref name="since"/>, in order.</summary>
    ValueTask<IReadOnlyList<Outage>> FindOutages(
        DateTimeOffset since, CancellationToken cancellationToken);
}
