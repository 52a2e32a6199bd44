namespace OrleansWallet.LoadTest.Replay;

/// <summary>How much was read back and compared.</summary>
/// <param name="Wallets">Wallets, banks included.</param>
/// <param name="Entries">Entries of their histories.</param>
internal sealed record VerifiedWallets(long Wallets, long Entries, TimeSpan Took);
