namespace OrleansWallet.ProviderSimulator.Json;

/// <summary>An array.</summary>
public sealed record JsArray(IReadOnlyList<JsNode> Items) : JsNode
{
    public override string Write(bool sorted = false) =>
        $"[{string.Join(',', Items.Select(i => i.Write(sorted)))}]";
}
