namespace OrleansWallet.Import.Reports;

/// <summary>What became of one export's rows.</summary>
public sealed record CollectionSummary
{
    public required string Collection { get; init; }

    public required string File { get; init; }

    public required long Rows { get; init; }

    /// <summary>Balances taken; a row holds one or more.</summary>
    public required long Accepted { get; init; }

    /// <summary>Of these, nothing in them.</summary>
    public required long Zero { get; init; }

    /// <summary>Of these, added to an earlier row of the same user and currency.</summary>
    public required long Summed { get; init; }

    /// <summary>Of these, a lone balance beside a locked amount, read as the options say.</summary>
    public required long Assumed { get; init; }

    /// <summary>Amounts with more digits than their currency.</summary>
    public required long Rounded { get; init; }

    /// <summary>Balances, or rows that name none, that were not taken.</summary>
    public required long Rejected { get; init; }

    /// <summary>Of these, with an amount that can't be read: no total holds them.</summary>
    public required long AmountUnknown { get; init; }

    /// <summary>Rows with an empty list of balances.</summary>
    public required long Empty { get; init; }

    /// <summary>Fields that no rule reads, and how many rows or balances have them.</summary>
    public required IReadOnlyDictionary<string, long> IgnoredFields { get; init; }
}
