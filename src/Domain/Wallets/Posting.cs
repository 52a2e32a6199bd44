using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Wallets;

/// <summary>One leg of a transfer as it is asked for.</summary>
public readonly record struct Posting(WalletId To, Amount Amount);
