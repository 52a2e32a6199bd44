using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Journal.Processes;

/// <summary>A process as it is committed.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">Rises by one with every commit; the first is 1.</param>
/// <param name="State">The state as JSON.</param>
public sealed record ProcessRow(ProcessId Id, long Version, string State);
