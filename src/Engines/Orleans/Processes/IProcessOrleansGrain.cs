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
    ValueTask<ProcessAnswerMessage> Act(ProcessActionMessage action);

    [Alias("get")]
    ValueTask<ProcessStateMessage> Get();

    [Alias("resume")]
    ValueTask Resume();
}
