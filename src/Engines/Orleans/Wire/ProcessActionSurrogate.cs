namespace OrleansWallet.Engines.Orleans.Wire;

/// <summary>An action: its name, e.g. <c>TradeAction.Cancel</c>, and its JSON.</summary>
[GenerateSerializer, Alias("process.action"), Immutable]
internal struct ProcessActionSurrogate
{
    [Id(0)]
    public string Name;

    [Id(1)]
    public string Json;
}
