using OrleansWallet.Import.Rows;
using OrleansWallet.Import.Sources;

namespace OrleansWallet.Import.Balances;

/// <summary>What became of one export's rows.</summary>
internal sealed class CollectionCounts(SourceFile file)
{
    public SourceFile File { get; } = file;

    public long Rows { get; set; }

    /// <summary>Rows that are no JSON object.</summary>
    public long Unreadable { get; set; }

    /// <summary>Rows with an empty list of balances.</summary>
    public long Empty { get; set; }

    /// <summary>Balances taken; a row holds one or more.</summary>
    public long Accepted { get; set; }

    /// <summary>Of these, nothing in them.</summary>
    public long Zero { get; set; }

    /// <summary>Of these, added to an earlier row of the same user and currency.</summary>
    public long Summed { get; set; }

    /// <summary>Of these, with a lone balance beside a locked amount.</summary>
    public long Assumed { get; set; }

    /// <summary>Of these, with more digits than the currency.</summary>
    public long Rounded { get; set; }

    /// <summary>Balances, or rows that name none, that were not taken.</summary>
    public long Rejected { get; set; }

    /// <summary>Of these, with an amount that can't be read: no total holds them.</summary>
    public long AmountUnknown { get; set; }

    public FieldTally Ignored { get; } = new();
}
