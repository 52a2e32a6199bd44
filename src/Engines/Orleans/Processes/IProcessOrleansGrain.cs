using OrleansWallet.Contracts.Processes;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Processes;

/// <summary>
/// <see cref="IProcessGrain"/> as it is called between silos; keyed by kind and id, <c>Trade:x</c>.
/// </summary>
[Alias("process")]
internal interface IProcessOrleansGrain : IGrainWithStringKey
{
    [Alias("act")]
    ValueTask<ProcessAnswerMessage> Act(
        ProcessActionMessage action, CancellationToken cancellationToken);

    [Alias("get")]
    ValueTask<ProcessStateMessage> Get(CancellationToken cancellationToken);

    [Alias("resume")]
    ValueTask Resume(CancellationToken cancellationToken);
}
