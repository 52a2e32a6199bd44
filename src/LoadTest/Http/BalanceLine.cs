namespace OrleansWallet.LoadTest.Http;

/// <summary>One account's balance; amounts are decimal texts in whole units.</summary>
internal sealed record BalanceLine(string? Currency, string? Account, string? TotalBalance);
