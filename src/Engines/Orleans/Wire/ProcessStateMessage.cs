using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A committed process state; null when there is none, or the journal is away.</summary>
[Immutable]
internal sealed record ProcessStateMessage(ProcessState? State, bool IsAway = false);
