using OrleansWallet.Contracts.Processes;
using OrleansWallet.Contracts.Wallets;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Processes;

/// <summary>A process's address in the cluster.</summary>
internal sealed class OrleansProcessAddress(IProcessOrleansGrain grain, GrainCalls calls)
    : IProcessGrain
{
    public async ValueTask<ProcessAnswer> Act(
        ProcessAction action, CancellationToken cancellationToken = default)
    {
        var answer = await calls.Ask(
            grain, new ProcessActionMessage(action),
            static (g, message) => g.Act(message), cancellationToken);
        return answer?.Answer ?? ProcessAnswer.OutcomeUnknown.Instance;
    }

    public async ValueTask<ProcessState?> Get(CancellationToken cancellationToken = default)
    {
        var answer = await calls.Ask(
            grain, 0, static (g, _) => g.Get(), cancellationToken);
        return answer is { IsAway: false }
            ? answer.State
            : throw new WalletUnavailableException("the journal or the silo is away");
    }

    public async ValueTask Resume(CancellationToken cancellationToken = default) =>
        await calls.Ask(
            grain, 0,
            static async (g, _) =>
            {
                await g.Resume();
                return GrainCalls.Answered;
            },
            cancellationToken);
}
