using System.Collections;
using System.Globalization;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.LoadTest.Workloads;

/// <summary>Wallets of a run that play the same part, e.g. the sources of its transfers.</summary>
internal sealed class LoadWallets : IReadOnlyList<LoadWallet>
{
    /// <summary>Minor units: enough for any run, and far from what a wallet may hold.</summary>
    public const long Funds = 1_000_000_000_000;

    private const int FundedAtOnce = 500;
    private const int CallsAtOnce = 4;

    private static long _fundings;

    private readonly LoadWallet[] _wallets;
    private bool _funded;

    /// <param name="prefix">Of the wallets' ids.</param>
    /// <param name="count">1 or more.</param>
    public LoadWallets(string prefix, int count) =>
        _wallets = [.. Enumerable.Range(0, count).Select(i => new LoadWallet(
            new WalletId(prefix + i.ToString(CultureInfo.InvariantCulture))))];

    public LoadWallets(IEnumerable<LoadWallet> wallets) => _wallets = [.. wallets];

    public int Count => _wallets.Length;

    public LoadWallet this[int index] => _wallets[index];

    /// <summary>Gives each of them <see cref="Funds"/>, once.</summary>
    /// <exception cref="LoadFailedException">The grid refused it.</exception>
    public async Task FundAsync(IGridCommands commands, CancellationToken cancellationToken)
    {
        if (_funded)
        {
            return;
        }

        _funded = true;
        await Parallel.ForEachAsync(
            _wallets.Chunk(FundedAtOnce),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = CallsAtOnce,
                CancellationToken = cancellationToken,
            },
            async (part, stop) =>
            {
                // Below zero: no operation of the run has such a number.
                var outcome = await commands.CreditAllAsync(
                    part, Funds, Interlocked.Decrement(ref _fundings), stop);
                if (outcome.Failed > 0)
                {
                    throw new LoadFailedException($"{outcome.Failed} wallets could not be funded");
                }
            });
    }

    public IEnumerator<LoadWallet> GetEnumerator() =>
        ((IEnumerable<LoadWallet>)_wallets).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
