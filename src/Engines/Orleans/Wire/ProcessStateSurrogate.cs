using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A process as it is stored: its kind and JSON.</summary>
[GenerateSerializer, Alias("process.state"), Immutable]
internal readonly struct ProcessStateSurrogate(int kind, string json)
{
    [Id(0)]
    public readonly int Kind = kind;

    [Id(1)]
    public readonly string Json = json;

    public static ProcessStateSurrogate Of(ProcessState state, ProcessJson json) =>
        new((int)state.Id.Kind, json.Write(state));

    public ProcessState Read(ProcessJson json) => json.Read((ProcessKind)Kind, Json);
}
