using OrleansWallet.Contracts.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="ProcessStateMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class ProcessStateMessageConverter(ProcessJson json)
    : IConverter<ProcessStateMessage, ProcessReadSurrogate>
{
    public ProcessReadSurrogate ConvertToSurrogate(in ProcessStateMessage value) =>
        new()
        {
            State = value.State is null ? null : ProcessStateSurrogate.Of(value.State, json),
            IsAway = value.IsAway,
        };

    public ProcessStateMessage ConvertFromSurrogate(in ProcessReadSurrogate surrogate) =>
        new(surrogate.State?.Read(json), surrogate.IsAway);
}
