using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Balances;

/// <summary>One balance of the old service: all its rows become one.</summary>
internal readonly record struct BalanceKey(
    OldCollection Collection, string User, AccountKind Account, Currency Currency);
