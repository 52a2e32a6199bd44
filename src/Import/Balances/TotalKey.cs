using OrleansWallet.Domain.Wallets;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Balances;

/// <summary>What totals are told by.</summary>
/// <param name="Currency">The code, or what a row has in its place; <c>(none)</c> without.</param>
internal readonly record struct TotalKey(
    OldCollection Collection, AccountKind Account, string Currency);
