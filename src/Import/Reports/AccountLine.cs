using OrleansWallet.Import.Rows;

namespace OrleansWallet.Import.Reports;

/// <summary>All collections' money of one account and currency, in whole units.</summary>
public sealed record AccountLine(
    string Account, string Currency, ExactDecimal Before, ExactDecimal After,
    ExactDecimal Rejected, ExactDecimal Residue);
