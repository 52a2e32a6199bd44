namespace OrleansWallet.LoadTest.Replay;

/// <summary>One account's wallet and its rows in the file's order; never empty.</summary>
internal sealed record WalletRows(string WalletId, IReadOnlyList<BankRow> Rows);
