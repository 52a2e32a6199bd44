namespace OrleansWallet.Api.Balances;

/// <summary>One account's balance of one currency; sums are decimal strings.</summary>
public sealed record BalanceMessage(
    string Currency, string Account, string Available, string Locked, string Total);
