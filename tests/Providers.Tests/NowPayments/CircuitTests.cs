using OrleansWallet.Providers.NowPayments;
using OrleansWallet.Testing;

namespace OrleansWallet.Providers.Tests.NowPayments;

public sealed class CircuitTests
{
    [Fact]
    public async Task Circuit_WhenHalfOfTheCallsFail_TurnsCallsAwayUntilItIsTriedAgain()
    {
        var time = new ManualTime();
        await using var host = await ProviderHost.Start(
            time, ("NowPayments:Resilience:Retries", "0"),
            ("NowPayments:Resilience:BreakAfter", "4"),
            ("NowPayments:Resilience:BreakFor", "00:00:15"));
        var payout = new PayoutRequest(
            "w-1", host.Coin("usdttrc20"), Money.Of("5", "USDT"), "T-address");
        await host.NowPayments.GetMinimum(host.Coin("btc")).Done();

        host.Server.Faults.FailNext(503, count: 3);
        for (var i = 0; i < 3; i++)
        {
            (await host.NowPayments.GetMinimum(host.Coin("btc"))).Unavailable();
        }

        // Open: nothing is sent, so a payout is certainly not made.
        var away = (await host.NowPayments.CreatePayout(payout)).Unavailable();
        Assert.Equal("circuit open", away.Reason);
        Assert.Equal(4, host.Server.Calls["GET /v1/min-amount"]);
        Assert.Equal(0, host.Server.Calls["POST /v1/payout"]);
        Assert.Contains(host.Logs.Lines, l => l.StartsWith("5000 ", StringComparison.Ordinal));

        time.Advance(TimeSpan.FromSeconds(16));
        await host.NowPayments.CreatePayout(payout).Done();
        Assert.Contains(host.Logs.Lines, l => l.StartsWith("5001 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Circuit_WhenCallsAreRefused_StaysClosed()
    {
        await using var host = await ProviderHost.Start(
            null, ("NowPayments:Resilience:BreakAfter", "2"));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(
                ProviderRefusals.NotFound, (await host.NowPayments.GetPayment("1")).RefusedCode());
        }
    }
}
