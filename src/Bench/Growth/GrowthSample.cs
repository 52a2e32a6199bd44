namespace OrleansWallet.Bench.Growth;

/// <summary>What a journal of some size gave; see the load tester's <c>growth</c>.</summary>
/// <param name="StartMs">Until the first answer.</param>
/// <param name="ActivationMs">Median of a wallet's first read.</param>
/// <param name="WalletBytes">Of an idle wallet in memory.</param>
/// <param name="MemoryBytes">Of the process at most.</param>
/// <param name="DatabaseBytes">For each entry.</param>
/// <param name="PerSecond">Durable operations a second, by workload.</param>
internal sealed record GrowthSample(
    double StartMs, double ActivationMs, double WalletBytes, double MemoryBytes,
    double DatabaseBytes, IReadOnlyDictionary<string, double> PerSecond);
