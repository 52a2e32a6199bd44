namespace OrleansWallet.Import.Rows;

/// <summary>What a balance's fields come to.</summary>
internal sealed record AmountReading
{
    public AmountReading(ExactDecimal available, ExactDecimal locked)
    {
        Available = available;
        Locked = locked;
    }

    public AmountReading(RowProblem problem) => Problem = problem;

    public ExactDecimal Available { get; }

    public ExactDecimal Locked { get; }

    /// <summary>Why the amounts are not known; then both are zero.</summary>
    public RowProblem? Problem { get; }

    /// <summary>True when <see cref="BalanceMeaning"/> decided.</summary>
    public bool IsAssumed { get; init; }
}
