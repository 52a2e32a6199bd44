namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>What reading a process gave.</summary>
[GenerateSerializer, Alias("process.read"), Immutable]
internal struct ProcessReadSurrogate
{
    [Id(0)]
    public ProcessStateSurrogate? State;

    [Id(1)]
    public bool IsAway;
}
