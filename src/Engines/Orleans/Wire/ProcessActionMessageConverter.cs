using OrleansWallet.Contracts.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>Between <see cref="ProcessActionMessage"/> and what goes over the wire.</summary>
[RegisterConverter]
internal sealed class ProcessActionMessageConverter(ProcessJson json)
    : IConverter<ProcessActionMessage, ProcessActionSurrogate>
{
    public ProcessActionSurrogate ConvertToSurrogate(in ProcessActionMessage value) =>
        new() { Name = ProcessJson.NameOf(value.Action), Json = json.Write(value.Action) };

    public ProcessActionMessage ConvertFromSurrogate(in ProcessActionSurrogate surrogate) =>
        new(json.ReadAction(surrogate.Name, surrogate.Json));
}
