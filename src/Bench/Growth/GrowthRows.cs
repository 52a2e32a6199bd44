using OrleansWallet.Bench.Results;

namespace OrleansWallet.Bench.Growth;

/// <summary>What becomes of the grid as its journal grows.</summary>
/// <param name="measure">Fills a journal with so many entries of so many wallets and measures it.
/// </param>
internal sealed class GrowthRows(
    Func<int, int, CancellationToken, Task<GrowthSample>> measure)
{
    private const int FewEntries = 10_000;
    private const int FewWallets = 1_000;
    private const int IdleWallets = 20_000;
    private const double WalletBytesMax = 1.5 * 1024;
    private const double RateKept = 0.85;
    private const int ManyWallets = 1_000_000;
    private const double MebibytesMax = 2 * 1024;
    private const double Mebibyte = 1024 * 1024;

    private static readonly (int Entries, int Wallets, string Name)[] _sizes =
    [
        (1_000_000, FewWallets, "1 million entries, 1 thousand wallets"),
        (10_000_000, FewWallets, "10 million entries, 1 thousand wallets"),
        (1_000_000, 100_000, "1 million entries, 100 thousand wallets"),
        (1_000_000, ManyWallets, "1 million entries, 1 million wallets"),
    ];

    /// <summary>What an idle wallet costs; a journal of a moment's size does for that.</summary>
    public async Task<IReadOnlyList<BenchRow>> IdleWalletAsync(CancellationToken cancellationToken)
    {
        var sample = await measure(IdleWallets, IdleWallets, cancellationToken);
        return
        [
            new BenchRow(
                "idle active wallet, bytes", sample.WalletBytes, null,
                new Goal(WalletBytesMax, AtMost: true)),
        ];
    }

    /// <summary>Each size against the smallest: 10 thousand entries of 1 thousand wallets.</summary>
    /// <remarks>The smallest goes before each other one: what they meet is as alike as can be.</remarks>
    public async Task<IReadOnlyList<BenchRow>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = new List<BenchRow>();
        foreach (var (entries, wallets, name) in _sizes)
        {
            var few = await measure(FewEntries, FewWallets, cancellationToken);
            var many = await measure(entries, wallets, cancellationToken);
            // Other numbers of wallets are other loads too: only more entries have a goal.
            var goal = wallets == FewWallets ? new Goal(RateKept) : null;
            foreach (var (workload, rate) in many.PerSecond)
            {
                rows.Add(new BenchRow(
                    $"{name}: {workload}/s", rate, few.PerSecond[workload], goal));
            }

            rows.Add(new BenchRow(
                $"{name}: activation, ms", many.ActivationMs, few.ActivationMs, null));
            rows.Add(new BenchRow($"{name}: first answer, ms", many.StartMs, few.StartMs, null));
            rows.Add(new BenchRow(
                $"{name}: database bytes an entry", many.DatabaseBytes, few.DatabaseBytes, null));
            rows.Add(new BenchRow(
                $"{name}: memory of the process, MiB", many.MemoryBytes / Mebibyte, null,
                wallets == ManyWallets ? new Goal(MebibytesMax, AtMost: true) : null));
        }

        return rows;
    }
}
