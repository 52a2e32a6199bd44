using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>What a reversal carries. Within one silo it passes as it is.</summary>
[Immutable]
internal sealed record CommandContextMessage(CommandContext Context);
