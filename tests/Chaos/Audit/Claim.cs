using OrleansWallet.Chaos.Calls;

namespace OrleansWallet.Chaos.Audit;

/// <summary>An acknowledged call and what of its effects the histories have shown.</summary>
public sealed class Claim(Record record)
{
    private readonly List<Leg> _arriving = [.. record.Operation.Legs];

    public Record Record => record;

    public Operation Operation => record.Operation;

    /// <summary>Entries that it made in its own wallet.</summary>
    public int OwnSeen { get; set; }

    public int OwnExpected => Math.Max(1, Operation.Legs.Count);

    public bool IsComplete => OwnSeen == OwnExpected && _arriving.Count == 0;

    /// <summary>The other end of one of its legs was found.</summary>
    /// <returns>False when there is no such leg, or none is left.</returns>
    public bool TryEnd(string to, long minor) => _arriving.Remove(new Leg(to, minor));

    public override string ToString() =>
        $"{Operation}: {OwnSeen} of {OwnExpected} entries, {_arriving.Count} legs without an end, "
        + $"acknowledged as {record.Receipt}";
}
