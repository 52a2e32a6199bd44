using System.Collections.Concurrent;
using System.Text.Json;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>Compares balances with what acknowledged operations make them.</summary>
internal static class BalanceChecks
{
    /// <returns>The differences, a text each.</returns>
    /// <exception cref="GridUnreachableException">No success for too long.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(
        GridClient client, int lanes, IReadOnlyList<LoadWallet> wallets, Currency currency,
        CancellationToken cancellationToken)
    {
        var wrong = new ConcurrentQueue<string>();
        await GridLanes.RunAsync(
            client, lanes, wallets,
            async (lane, wallet, stop) =>
            {
                var told = await ReadAsync(lane, wallet, stop);
                if (Compare(wallet, told, currency) is { } difference)
                {
                    wrong.Enqueue(difference);
                }
            },
            cancellationToken);
        return [.. wrong];
    }

    /// <returns>Null when they are the same.</returns>
    public static string? Compare(LoadWallet wallet, BalancesAnswer? told, Currency currency)
    {
        var text = told?.Balances?.SingleOrDefault(
            line => line.Currency == currency.Code && line.Account == "spot")?.TotalBalance;
        var expected = new Amount(wallet.Expected, currency);
        return Amount.TryParse(text ?? "0", currency, out var total) == AmountError.None
            && total == expected
                ? null
                : $"wallet {wallet.Id} has {text ?? "no balance"}, acknowledged operations "
                    + $"make it {expected}";
    }

    // A wallet that the grid does not know is no reason to end: it has lost its money.
    private static async Task<BalancesAnswer?> ReadAsync(
        GridLane lane, LoadWallet wallet, CancellationToken cancellationToken)
    {
        lane.Call.Get(lane.Client.Routes.Balances(wallet.Id.Value));
        try
        {
            var answer = await lane.SendAsync(cancellationToken);
            return JsonSerializer.Deserialize(
                answer.Body.Span, GridJson.Default.BalancesAnswer);
        }
        catch (GridRefusedException refused) when (refused.Status == 404)
        {
            return null;
        }
    }
}
