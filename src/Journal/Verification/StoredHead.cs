using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal.Verification;

/// <summary>A row of <c>wallets</c>, without its token.</summary>
internal sealed record StoredHead(
    WalletId Id, long Seq, EntryHash Hash, WalletStatus Status, DateTimeOffset CreatedAt,
    DateTimeOffset LastAt);
