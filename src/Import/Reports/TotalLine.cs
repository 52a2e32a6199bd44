using OrleansWallet.Import.Rows;

namespace OrleansWallet.Import.Reports;

/// <summary>Where the money of a collection, account and currency went, in whole units.</summary>
public sealed record TotalLine
{
    public required string Collection { get; init; }

    public required string Account { get; init; }

    public required string Currency { get; init; }

    /// <summary>All that the export holds, as far as its amounts can be read.</summary>
    public ExactDecimal Before { get; init; }

    /// <summary>What the journal holds of it; in a dry run, what it would.</summary>
    public ExactDecimal After { get; init; }

    /// <summary>The part of rejected rows.</summary>
    public ExactDecimal Rejected { get; init; }

    /// <summary>What rounding left: exact less rounded; may be negative.</summary>
    public ExactDecimal Residue { get; init; }

    /// <summary>What was to be put on hold.</summary>
    public ExactDecimal Locked { get; init; }

    /// <summary>What the journal has put on hold.</summary>
    public ExactDecimal Held { get; init; }

    /// <summary>What is missing afterwards, or too much when it is negative.</summary>
    public ExactDecimal Difference => Before - After - Rejected - Residue;

    public bool IsMatching => Difference.IsZero && Locked == Held;
}
