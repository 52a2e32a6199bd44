using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Contracts.Processes;

/// <summary>One process: a trade, an offer, an order, a withdrawal, a deposit, …</summary>
/// <remarks>
/// Cancelling a call stops the waiting, not the process: ask again with the same request.
/// </remarks>
public interface IProcessGrain
{
    /// <summary>
    /// Commits what becomes of an action, then takes the steps that it calls for as far as they
    /// go. The action must be one of the kind's own.
    /// </summary>
    ValueTask<ProcessAnswer> Act(
        ProcessAction action, CancellationToken cancellationToken = default);

    /// <summary>The committed state; null when there is no such process.</summary>
    /// <exception cref="Wallets.WalletUnavailableException">The journal is away.</exception>
    ValueTask<ProcessState?> Get(CancellationToken cancellationToken = default);

    /// <summary>Takes up a step that was left, or does what is due. For the recovery scan.</summary>
    ValueTask Resume(CancellationToken cancellationToken = default);
}
