namespace OrleansWallet.LoadTest.Workloads;

/// <summary>
/// Wallet commands as a service sends them, each with a key of its own. Over HTTP, one whose
/// outcome is unknown is asked for again until it is known; of grains it is not done. Thread-safe.
/// </summary>
/// <remarks>Amounts are minor units of one currency. True when it was done.</remarks>
internal interface IGridCommands
{
    /// <param name="wallet">Is credited from the world outside.</param>
    /// <param name="minor">The amount.</param>
    /// <param name="number">Makes the key; of one run, each number is used once.</param>
    /// <param name="cancellationToken">Stops the wait, not the command.</param>
    ValueTask<bool> CreditAsync(
        LoadWallet wallet, long minor, long number, CancellationToken cancellationToken);

    ValueTask<bool> DebitAsync(
        LoadWallet wallet, long minor, long number, CancellationToken cancellationToken);

    ValueTask<bool> TransferAsync(
        LoadWallet from, LoadWallet to, long minor, long number,
        CancellationToken cancellationToken);

    ValueTask<bool> ReadBalancesAsync(LoadWallet wallet, CancellationToken cancellationToken);

    /// <summary>Credits in one call: all or none where all are of one wallet.</summary>
    /// <param name="wallets">One for each credit, at most as many as a batch may have.</param>
    /// <param name="minor">Of each credit.</param>
    /// <param name="number">Makes the keys.</param>
    /// <param name="cancellationToken">Stops the wait, not the commands.</param>
    ValueTask<LoadOutcome> CreditAllAsync(
        IReadOnlyList<LoadWallet> wallets, long minor, long number,
        CancellationToken cancellationToken);
}
