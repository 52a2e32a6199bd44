using OrleansWallet.Contracts.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A wallet's answers, in order. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record WalletAnswersMessage(IReadOnlyList<WalletAnswer> Answers);
