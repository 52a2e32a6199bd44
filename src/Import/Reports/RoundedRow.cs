using OrleansWallet.Import.Rows;

namespace OrleansWallet.Import.Reports;

/// <summary>An amount with more digits than its currency.</summary>
/// <param name="Part"><c>available</c> or <c>locked</c>.</param>
/// <param name="Value">As the export has it.</param>
/// <param name="Credited">What it became.</param>
/// <param name="Residue">The first less the second.</param>
public sealed record RoundedRow(
    RowPlace Place, string User, string Currency, string Part, string Value, string Credited,
    string Residue, RoundingCause Cause);
