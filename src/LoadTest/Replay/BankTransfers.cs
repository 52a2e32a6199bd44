using OrleansWallet.Domain.Money;

namespace OrleansWallet.LoadTest.Replay;

/// <summary>What the file moves between one partner bank's wallet and the accounts' wallets.</summary>
/// <param name="WalletId"><c>bank:</c> and the bank's code.</param>
/// <param name="Funding">What goes out of it, so what it must hold before the first row.</param>
/// <param name="Received">What comes into it.</param>
/// <param name="Rows">Each transfer with the account's wallet at its other end.</param>
internal sealed record BankTransfers(
    string WalletId,
    Amount Funding,
    Amount Received,
    IReadOnlyList<(string AccountWalletId, BankRow Row)> Rows);
