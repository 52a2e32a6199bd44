using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Contracts.Wallets;

/// <summary>A wallet's committed balances.</summary>
/// <param name="Wallet">Whose.</param>
/// <param name="Status">Active, frozen or closed.</param>
/// <param name="Version">The last committed entry; 0 when the wallet has no history.</param>
/// <param name="CreatedAt">The first entry's time; the default when there is none.</param>
/// <param name="Balances">All that were ever touched.</param>
public sealed record WalletBalances(
    WalletId Wallet, WalletStatus Status, long Version, DateTimeOffset CreatedAt,
    IReadOnlyList<Balance> Balances);
