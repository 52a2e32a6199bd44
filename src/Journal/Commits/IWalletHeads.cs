using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Journal.Commits;

/// <summary>Looks at head rows outside any commit.</summary>
public interface IWalletHeads
{
    /// <summary>Whether the head is still <paramref name="head"/>, or was moved by
    /// <paramref name="token"/>'s own copy.</summary>
    /// <exception cref="JournalUnavailableException">The journal is away.</exception>
    ValueTask<bool> IsCurrent(
        WalletHead head, Guid token, WalletId id, CancellationToken cancellationToken);
}
