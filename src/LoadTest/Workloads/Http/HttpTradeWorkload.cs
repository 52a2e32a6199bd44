using System.Text.Json;
using OrleansWallet.Domain.Money;
using OrleansWallet.LoadTest.Http;

namespace OrleansWallet.LoadTest.Workloads.Http;

/// <summary>
/// Whole trades over HTTP, each step by the one who takes it: the service makes the trade, the
/// buyer marks it as paid, the seller releases.
/// </summary>
internal sealed class HttpTradeWorkload(HttpTarget target, int users) : IWorkload
{
    private const string Steps = "/api/p2p/enhanced/";
    private const long Minor = 10_000;

    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(20);

    private readonly Picker _picker = new(users, 0);
    private IReadOnlyList<LoadUser> _sellers = [];
    private IReadOnlyList<LoadUser> _buyers = [];

    public string Unit => "trades";

    public IReadOnlyList<LoadFact> Facts => [new("users", users * 2)];

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var all = await target.RegisterAsync(users * 2, cancellationToken);
        _sellers = [.. all.Take(users)];
        _buyers = [.. all.Skip(users)];
        await new LoadWallets(_sellers.Select(user => user.Wallet))
            .FundAsync(target.Commands, cancellationToken);
    }

    public async ValueTask<LoadOutcome> RunAsync(
        long number, CancellationToken cancellationToken)
    {
        var lane = target.Lanes.Rent();
        try
        {
            var seller = _sellers[_picker.Pick(number)];
            var buyer = _buyers[_picker.Pick(~number)];
            var key = LoadKey.New();
            WriteCreate(lane.Body.Clear(), seller, buyer);
            if (await StepAsync(lane, "create-trade", key, null, cancellationToken)
                is not { TradeId: { } id })
            {
                return LoadOutcome.Of(false);
            }

            // What each step sends is the same.
            lane.Body.Clear().Add("{\"trade_id\":\""u8).Add(id).Add("\"}"u8);
            if (await StepAsync(lane, "mark-paid", key, buyer, cancellationToken) is null
                || await StepAsync(lane, "release-crypto", key, seller, cancellationToken)
                    is not { } released)
            {
                return LoadOutcome.Of(false);
            }

            released = await EndAsync(lane, released, id, cancellationToken);
            return LoadOutcome.Of(Take(released, seller.Wallet, buyer.Wallet));
        }
        finally
        {
            target.Lanes.Return(lane);
        }
    }

    private async ValueTask<TradeAnswer?> StepAsync(
        HttpLane lane, string step, LoadKey key, LoadUser? user,
        CancellationToken cancellationToken)
    {
        var answer = await lane.PostAsync(
            Steps + step, key, user?.Authorization, cancellationToken);
        if (answer.IsSuccess)
        {
            return Read(answer);
        }

        target.Samples.Add(step, answer);
        return null;
    }

    // The money may still be on its way when the release is answered.
    private static async ValueTask<TradeAnswer> EndAsync(
        HttpLane lane, TradeAnswer trade, string id, CancellationToken cancellationToken)
    {
        var patience = lane.NewPatience();
        while (trade.Status == "releasing" && !patience.IsOver)
        {
            await Task.Delay(_poll, cancellationToken);
            var answer = await lane.GetAsync($"/api/p2p/trades/{id}", cancellationToken);
            trade = answer.IsSuccess ? Read(answer) : default;
        }

        return trade;
    }

    private bool Take(TradeAnswer trade, LoadWallet seller, LoadWallet buyer)
    {
        if (trade.Status != TradeAnswer.Completed)
        {
            return target.Samples.Add("release-crypto", $"the trade is '{trade.Status}'");
        }

        var fee = Amount.Parse(trade.Fee ?? string.Empty, target.Currency);
        seller.Add(-Minor);
        buyer.Add(Minor - (long)fee.Minor);
        return true;
    }

    private void WriteCreate(Utf8Buffer body, LoadUser seller, LoadUser buyer) => body
        .Add("{\"seller_id\":\""u8).Add(seller.Wallet.Id.Value)
        .Add("\",\"buyer_id\":\""u8).Add(buyer.Wallet.Id.Value)
        .Add("\",\"currency\":\""u8).Add(target.Currency.Code)
        .Add("\",\"amount\":\""u8).Add(Amount.Format(Minor, target.Currency))
        .Add("\",\"fiat\":\"EUR\",\"price\":\"1\"}"u8);

    private static TradeAnswer Read(GridAnswer answer) =>
        JsonSerializer.Deserialize(answer.Body.Span, GridJson.Default.TradeAnswer);
}
