using OrleansWallet.Contracts.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="ProcessChangesMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class ProcessChangesMessageConverter(ProcessJson json)
    : IConverter<ProcessChangesMessage, ListSurrogate<ProcessChangedSurrogate>>
{
    public ListSurrogate<ProcessChangedSurrogate> ConvertToSurrogate(in ProcessChangesMessage value) =>
        new([.. value.Changes.Select(Write)]);

    public ProcessChangesMessage ConvertFromSurrogate(in ListSurrogate<ProcessChangedSurrogate> surrogate) =>
        new(Array.ConvertAll(surrogate.Items, Read));

    private ProcessChangedSurrogate Write(ProcessChanged change) =>
        new(ProcessStateSurrogate.Of(change.State, json), change.Version);

    private ProcessChanged Read(ProcessChangedSurrogate change) =>
        new(change.State.Read(json), change.Version);
}
