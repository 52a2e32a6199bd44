namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>A committed process state on its way to the fronts.</summary>
[GenerateSerializer, Alias("process.changed"), Immutable]
internal readonly struct ProcessChangedSurrogate(ProcessStateSurrogate state, long version)
{
    [Id(0)]
    public readonly ProcessStateSurrogate State = state;

    [Id(1)]
    public readonly long Version = version;
}
