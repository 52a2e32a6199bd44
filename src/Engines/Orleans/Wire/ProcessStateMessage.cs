using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A committed process state; null when there is none. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record ProcessStateMessage(ProcessState? State);
