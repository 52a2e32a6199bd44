using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Engines.Local;

/// <summary>A process's address in this process.</summary>
internal sealed class LocalProcess(
    ActivationTable<ProcessId, IProcessGrain> processes, ProcessId id)
    : IProcessGrain
{
    public ValueTask<ProcessAnswer> Act(
        ProcessAction action, CancellationToken cancellationToken = default) =>
        processes.Call(
            id, (action, cancellationToken),
            static (grain, a) => grain.Act(a.action, a.cancellationToken));

    public ValueTask<ProcessState?> Get(CancellationToken cancellationToken = default) =>
        processes.Call(id, cancellationToken, static (grain, a) => grain.Get(a));

    public async ValueTask Resume(CancellationToken cancellationToken = default) =>
        await processes.Call(
            id, cancellationToken,
            static async (grain, a) =>
            {
                await grain.Resume(a);
                return true;
            });
}
