namespace OrleansWallet.Import.Reports;

/// <summary>What an import did, to the last unit.</summary>
public sealed record ImportReport
{
    public required bool IsDryRun { get; init; }

    /// <summary>What stopped it; none when it came to its end.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Users with a balance that was taken.</summary>
    public required int Users { get; init; }

    public required IReadOnlyList<CollectionSummary> Collections { get; init; }

    /// <summary>Empty when the totals could not be read back.</summary>
    public required IReadOnlyList<TotalLine> Totals { get; init; }

    /// <summary>Commands that took effect in this run.</summary>
    public required long CommandsDone { get; init; }

    /// <summary>Commands that an earlier run had done.</summary>
    public required long CommandsReplayed { get; init; }

    /// <summary>Commands that were refused.</summary>
    public required long CommandsFailed { get; init; }

    public required RowLogs Logs { get; init; }

    /// <summary>The totals of all collections together.</summary>
    public IReadOnlyList<AccountLine> Accounts =>
    [
        .. Totals.GroupBy(t => (t.Account, t.Currency)).Select(g => g
            .Select(t => new AccountLine(
                t.Account, t.Currency, t.Before, t.After, t.Rejected, t.Residue))
            .Aggregate(static (sum, line) => sum with
            {
                Before = sum.Before + line.Before,
                After = sum.After + line.After,
                Rejected = sum.Rejected + line.Rejected,
                Residue = sum.Residue + line.Residue,
            })),
    ];

    /// <summary>
    /// Nothing stopped it, no balance was refused, and each total is accounted for exactly:
    /// before = after + rejected + residue.
    /// </summary>
    public bool IsWell =>
        Errors.Count == 0 && CommandsFailed == 0 && Totals.All(t => t.IsMatching);
}
