using OrleansWallet.Contracts.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>What processes of one partition committed, in order. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record ProcessChangesMessage(IReadOnlyList<ProcessChanged> Changes);
