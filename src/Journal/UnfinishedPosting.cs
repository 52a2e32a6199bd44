using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Journal;

/// <summary>A posting under way: the source wallet and the entry that sent it.</summary>
public readonly record struct UnfinishedPosting(WalletId Source, long Seq);
