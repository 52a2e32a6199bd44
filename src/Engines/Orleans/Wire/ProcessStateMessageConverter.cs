using OrleansWallet.Contracts.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="ProcessStateMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class ProcessStateMessageConverter(ProcessJson json)
    : IConverter<ProcessStateMessage, ListSurrogate<ProcessStateSurrogate>>
{
    public ListSurrogate<ProcessStateSurrogate> ConvertToSurrogate(in ProcessStateMessage value) =>
        new(value.State is null ? [] : [ProcessStateSurrogate.Of(value.State, json)]);

    public ProcessStateMessage ConvertFromSurrogate(in ListSurrogate<ProcessStateSurrogate> surrogate) =>
        new(surrogate.Items is [var state] ? state.Read(json) : null);
}
