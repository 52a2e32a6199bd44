using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Journal;

/// <summary>A hold past its time.</summary>
/// <param name="Wallet">Whose.</param>
/// <param name="Name">The hold's name.</param>
/// <param name="CreatedAt">Tells it from an earlier hold of the same name.</param>
public readonly record struct ExpiredHold(
    WalletId Wallet, ReferenceId Name, DateTimeOffset CreatedAt);
