using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Journal.Processes;

/// <summary>A new state of a process, written only when nobody wrote since.</summary>
/// <param name="Id">Which.</param>
/// <param name="Expected">The version it was decided on; 0 when the process is new.</param>
/// <param name="Status">For lists; snake case.</param>
/// <param name="DueAt">When the recovery scan is to look at it; null when it rests.</param>
/// <param name="State">The state as JSON.</param>
/// <param name="Parties">Whose lists show it; written with the first version only.</param>
public sealed record ProcessWrite(
    ProcessId Id, long Expected, string Status, DateTimeOffset? DueAt, string State,
    IReadOnlyList<WalletId> Parties);
