using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Journal;

/// <summary>
/// One live copy's line into the journal. It carries the copy's token; what it appends commits
/// in order, and only while no other copy has moved the wallet's head.
/// </summary>
/// <remarks>
/// Called from one turn at a time. After any result but <see cref="CommitResult.Done"/> the
/// line is broken: everything appended later is <see cref="CommitResult.Discarded"/>.
/// </remarks>
public interface IWalletLine
{
    /// <summary>The wallet's number: permanent once its first entry is committed.</summary>
    long WalletNo { get; }

    /// <summary>The committed state when the line was opened.</summary>
    WalletState Opened { get; }

    /// <summary>
    /// Hands over a unit. Units appended while a commit is under way go together into the next:
    /// they get the same task, and it completes with one result for all of them.
    /// </summary>
    Task<CommitResult> Append(Unit unit);

    /// <summary>Whether no other copy has moved the head since this line's last commit.</summary>
    /// <exception cref="JournalUnavailableException">The journal is away.</exception>
    ValueTask<bool> IsCurrent(CancellationToken cancellationToken);

    /// <summary>
    /// Whether it is known without a question that no other copy had moved the head within that
    /// time. False when it is not known.
    /// </summary>
    bool WasCurrent(TimeSpan within) => false;

    /// <summary>
    /// A line like this one at <paramref name="committed"/>, without a read. Only after
    /// <see cref="CommitResult.KnownKeys"/>, when the head is known to stand.
    /// </summary>
    IWalletLine Renew(WalletState committed);
}
