using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Simulation.Workload;

/// <summary>A command for a wallet.</summary>
internal sealed record MadeCommand(WalletId Wallet, WalletCommand Command);
