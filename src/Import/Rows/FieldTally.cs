namespace OrleansWallet.Import.Rows;

/// <summary>Fields that no rule reads, so that an operator sees what was left out.</summary>
internal sealed class FieldTally
{
    private const int NamesMax = 1000;
    private const string Others = "(others)";

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Rows or balances that have the field, by its name.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public void Add(string name)
    {
        var known = _counts.ContainsKey(name) || _counts.Count < NamesMax ? name : Others;
        _counts[known] = _counts.GetValueOrDefault(known) + 1;
    }
}
