namespace OrleansWallet.Bench.Results;

/// <summary>What is wanted of a ratio, or of a value that has no peer.</summary>
/// <param name="Value">In the unit of what it is compared with.</param>
/// <param name="AtMost">Whether less is better.</param>
internal sealed record Goal(double Value, bool AtMost = false)
{
    public bool IsMetBy(double measured) => AtMost ? measured <= Value : measured >= Value;
}
