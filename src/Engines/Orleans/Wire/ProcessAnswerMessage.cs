using OrleansWallet.Contracts.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A process's answer. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record ProcessAnswerMessage(ProcessAnswer Answer);
