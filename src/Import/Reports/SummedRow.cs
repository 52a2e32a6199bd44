namespace OrleansWallet.Import.Reports;

/// <summary>A row that was added to an earlier one of the same user and currency.</summary>
public sealed record SummedRow(RowPlace Place, string User, string Currency, string Amount);
