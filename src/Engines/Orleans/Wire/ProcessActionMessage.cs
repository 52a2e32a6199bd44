using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>An action on a process. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record ProcessActionMessage(ProcessAction Action);
