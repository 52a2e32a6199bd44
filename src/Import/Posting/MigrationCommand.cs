using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Import.Posting;

/// <summary>One command of a balance's import.</summary>
/// <param name="Part"><c>available</c>, <c>locked</c> or <c>hold</c>.</param>
internal sealed record MigrationCommand(string Part, Amount Amount, WalletCommand Command);
