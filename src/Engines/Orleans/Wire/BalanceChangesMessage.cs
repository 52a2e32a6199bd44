using OrleansWallet.Contracts.Balances;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>What wallets of one partition committed, in order. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record BalanceChangesMessage(IReadOnlyList<BalanceChanges> Changes);
