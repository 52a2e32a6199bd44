using System.Collections.Concurrent;
using OrleansWallet.Import.Rows;

namespace OrleansWallet.Import.Reports;

/// <summary>Everything that the report tells row by row.</summary>
public sealed class RowLogs : IDisposable
{
    private readonly ConcurrentDictionary<RowReason, long> _byReason = new();

    public RowLog<RejectedRow> Rejected { get; } = new();

    public RowLog<RoundedRow> Rounded { get; } = new();

    public RowLog<SummedRow> Summed { get; } = new();

    public RowLog<FailedBalance> Failed { get; } = new();

    /// <summary>How many were rejected, by the reason.</summary>
    public IReadOnlyDictionary<RowReason, long> RejectedByReason => _byReason;

    public void Dispose()
    {
        Rejected.Dispose();
        Rounded.Dispose();
        Summed.Dispose();
        Failed.Dispose();
    }

    internal void Reject(RejectedRow row)
    {
        _byReason.AddOrUpdate(row.Reason, 1, static (_, count) => count + 1);
        Rejected.Add(row);
    }
}
