using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Contracts.Balances;

/// <summary>Committed entries of one wallet, in order, as they go out on the stream.</summary>
/// <param name="Wallet">Whose.</param>
/// <param name="WalletNo">The wallet's number in the journal.</param>
/// <param name="Entries">One or more; their sequence numbers rise by one.</param>
public sealed record BalanceChanges(WalletId Wallet, long WalletNo, IReadOnlyList<Entry> Entries);
