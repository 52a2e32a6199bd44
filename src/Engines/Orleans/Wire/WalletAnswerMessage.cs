using OrleansWallet.Contracts.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A wallet's answer. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record WalletAnswerMessage(WalletAnswer Answer);
