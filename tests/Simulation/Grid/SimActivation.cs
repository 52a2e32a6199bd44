using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Grid;

/// <summary>One live copy of a wallet, with its turns.</summary>
internal sealed record SimActivation(IWalletGrain Grain, Strand Strand);
