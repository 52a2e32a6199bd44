namespace OrleansWallet.ProviderSimulator.Json;

/// <summary>A value that is written as it is.</summary>
public sealed record JsRaw(string Raw) : JsNode
{
    public override string Write(bool sorted = false) => Raw;
}
