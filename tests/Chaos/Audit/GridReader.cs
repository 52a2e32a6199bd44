using OrleansWallet.Chaos.Grid;

namespace OrleansWallet.Chaos.Audit;

/// <summary>Reads from a grid that is at rest: every read must succeed.</summary>
public sealed class GridReader(GridClient grid)
{
    private const int PageSize = 500;
    private const int AttemptsMax = 5;

    /// <summary>A wallet's history after a version, the oldest entry first.</summary>
    public async IAsyncEnumerable<HistoryEntry> History(string wallet, long afterVersion)
    {
        var path = $"api/wallets/transactions/{wallet}?after_version={afterVersion}"
            + $"&limit={PageSize}";
        string? cursor = null;
        do
        {
            var more = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
            var page = await Get<HistoryPage>(path + more);
            foreach (var entry in page?.Transactions ?? [])
            {
                yield return entry;
            }

            cursor = page?.NextCursor;
        }
        while (cursor is not null);
    }

    /// <summary>Null when the wallet never had an entry.</summary>
    public Task<WalletBalances?> Balances(string wallet) =>
        Get<WalletBalances>($"api/wallets/balances/{wallet}");

    public async Task<IReadOnlyList<OpenHold>> Holds(string wallet) =>
        (await Get<OpenHolds>($"api/wallets/{wallet}/holds"))?.Holds ?? [];

    /// <summary>Null when nothing is known of the key.</summary>
    public Task<KeyStatus?> Key(string key) =>
        Get<KeyStatus>($"api/wallets/operations?key={Uri.EscapeDataString(key)}");

    // Null for a 404. A connection may have broken while it was idle, hence more than one attempt.
    private async Task<T?> Get<T>(string path)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var (value, answer) = await grid.Get<T>(path);
            if (value is not null)
            {
                return value;
            }

            if (answer is { Code: "wallet_not_found" or "not_found" })
            {
                return null;
            }

            if (attempt == AttemptsMax)
            {
                throw new ChaosSetupException($"{path} can't be read at rest: {answer}");
            }

            await Task.Delay(500);
        }
    }
}
