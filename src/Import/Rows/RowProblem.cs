namespace OrleansWallet.Import.Rows;

/// <summary>Why something was not imported, for machines and in words.</summary>
internal sealed record RowProblem(RowReason Reason, string Detail);
