using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A command for a wallet. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record WalletCommandMessage(WalletCommand Command);
