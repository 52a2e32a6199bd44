namespace OrleansWallet.LoadTest.Http;

/// <summary>A wallet's balances as the grid tells them.</summary>
internal sealed record BalancesAnswer(IReadOnlyList<BalanceLine>? Balances);
