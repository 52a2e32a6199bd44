using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Journal.Processes;

/// <summary>A new state of a process, written only when nobody wrote since.</summary>
/// <param name="Id">Which.</param>
/// <param name="Expected">The version it was decided on; 0 when the process is new.</param>
/// <param name="Status">For lists; snake case.</param>
/// <param name="DueAt">Its deadline: then the recovery scan looks at it. Null when it has none.</param>
/// <param name="DueAfter">
/// In how long the scan is to look whether its step was taken, by the journal's clock: those of
/// the servers may differ. Null when it has no step; else <paramref name="DueAt"/> does not count.
/// </param>
/// <param name="State">The state as JSON.</param>
/// <param name="Parties">Whose lists show it; written with the first version only.</param>
public sealed record ProcessWrite(
    ProcessId Id, long Expected, string Status, DateTimeOffset? DueAt, TimeSpan? DueAfter,
    string State, IReadOnlyList<WalletId> Parties);
