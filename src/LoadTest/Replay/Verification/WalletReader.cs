using System.Text.Json;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Replay.Verification;

/// <summary>Reads what the grid holds of a wallet.</summary>
internal static class WalletReader
{
    private const int PageEntries = 500;
    private const string Account = "spot";

    /// <summary>The spot balance, locked money included; zero when there is none.</summary>
    public static async Task<Amount> BalanceAsync(
        GridLane lane,
        string walletId,
        Currency currency,
        CancellationToken cancellationToken)
    {
        lane.Call.Get(lane.Client.Routes.Balances(walletId));
        var answer = await lane.SendAsync(cancellationToken);
        var lines = JsonSerializer.Deserialize(answer.Body.Span, GridJson.Default.BalancesAnswer)
            ?.Balances ?? throw new InvalidDataException($"{lane.Call}: no balances");
        var line = lines.FirstOrDefault(b => b.Currency == currency.Code && b.Account == Account);
        return line is null ? Amount.Zero(currency) : Amount.Parse(line.TotalBalance!, currency);
    }

    /// <summary>The whole history, the oldest entry first, page after page.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(
        GridLane lane, string walletId, CancellationToken cancellationToken)
    {
        var entries = new List<HistoryEntry>();
        string? cursor = null;
        do
        {
            lane.Call.Get(lane.Client.Routes.History(walletId, PageEntries, cursor));
            var answer = await lane.SendAsync(cancellationToken);
            var page = JsonSerializer.Deserialize(answer.Body.Span, GridJson.Default.HistoryPage);
            entries.AddRange(page?.Transactions
                ?? throw new InvalidDataException($"{lane.Call}: no transactions"));
            if (page.NextCursor is not null && page.NextCursor == cursor)
            {
                throw new InvalidDataException($"{lane.Call}: the cursor does not move on");
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return entries;
    }
}
