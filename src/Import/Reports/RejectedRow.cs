using OrleansWallet.Import.Rows;

namespace OrleansWallet.Import.Reports;

/// <summary>A row, or a balance of it, that was not imported.</summary>
/// <param name="Amount">All of it, where that is known.</param>
public sealed record RejectedRow(
    RowPlace Place, string? User, string? Currency, string? Amount, RowReason Reason,
    string Detail);
