namespace OrleansWallet.Import.Reports;

/// <summary>A balance that the wallet did not take.</summary>
/// <param name="Part"><c>available</c>, <c>locked</c> or <c>hold</c>: the command that failed.</param>
/// <param name="Reason">
/// <c>conflict</c> when an earlier run imported another amount; else the wallet's refusal.
/// </param>
public sealed record FailedBalance(
    string Collection, string User, string Account, string Currency, string Part, string Amount,
    string Reason);
