using OrleansWallet.Contracts.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A wallet's committed balances; null when the journal is away. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record WalletBalancesMessage(WalletBalances? Balances);
