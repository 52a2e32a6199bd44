using OrleansWallet.Journal;

namespace OrleansWallet.Grains.Wallets;

/// <summary>Calls whose units are in one commit of the journal.</summary>
internal sealed class Flight(Task<CommitResult> commit)
{
    public Task<CommitResult> Commit { get; } = commit;

    public List<PendingCall> Calls { get; } = [];

    /// <summary>Completes when the grain has dealt with the result.</summary>
    public Task Settled { get; set; } = Task.CompletedTask;
}
