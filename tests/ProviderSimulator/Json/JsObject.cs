using System.Collections;

namespace OrleansWallet.ProviderSimulator.Json;

/// <summary>An object whose fields keep the order in which they were added.</summary>
public sealed record JsObject : JsNode, IEnumerable<KeyValuePair<string, JsNode>>
{
    private readonly List<KeyValuePair<string, JsNode>> _fields = [];

    public void Add(string key, JsNode value) => _fields.Add(new(key, value));

    public override string Write(bool sorted = false)
    {
        var fields = sorted
            ? _fields.OrderBy(f => f.Key, StringComparer.Ordinal)
            : _fields.AsEnumerable();
        var written = fields.Select(f => $"{Text(f.Key).Write()}:{f.Value.Write(sorted)}");
        return $"{{{string.Join(',', written)}}}";
    }

    public IEnumerator<KeyValuePair<string, JsNode>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
