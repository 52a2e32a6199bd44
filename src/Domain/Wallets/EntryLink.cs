namespace OrleansWallet.Domain.Wallets;

/// <summary>Points to an entry: the posting's source for Accepted and Returned, or what was reversed.</summary>
/// <param name="WalletNo">The wallet's number in the journal.</param>
/// <param name="Seq">The entry's sequence number there.</param>
public readonly record struct EntryLink(long WalletNo, long Seq);
