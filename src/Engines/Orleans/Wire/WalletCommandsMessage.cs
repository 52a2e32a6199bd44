using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Commands that a wallet takes all or none. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record WalletCommandsMessage(IReadOnlyList<WalletCommand> Commands);
