namespace OrleansWallet.Chaos.Grid;

/// <summary>A wallet's balances at a version of its history.</summary>
public sealed record WalletBalances(IReadOnlyList<BalanceLine> Balances, long Version);
