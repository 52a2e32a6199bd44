namespace OrleansWallet.LoadTest.Http;

/// <summary>A wallet's balances as the grid tells them, at one version.</summary>
internal sealed record BalancesAnswer(IReadOnlyList<BalanceLine>? Balances, long Version);
