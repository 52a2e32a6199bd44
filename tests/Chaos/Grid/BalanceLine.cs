namespace OrleansWallet.Chaos.Grid;

/// <summary>One currency's balance; sums are decimal strings.</summary>
public sealed record BalanceLine(
    string Currency, string Account, string AvailableBalance, string LockedBalance,
    string TotalBalance);
