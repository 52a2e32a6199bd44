namespace OrleansWallet.Api.Tests.Flows;

/// <summary>Withdrawals with approval, over HTTP, with a simulated provider.</summary>
public sealed class WithdrawalTests(ProvidedMarket provided) : IClassFixture<ProvidedMarket>
{
    private const string Address = "bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh";
    private readonly Market _market = provided.Market;

    [Fact]
    public async Task Withdrawal_WhenItIsApprovedAndPaid_LeavesTheWallet()
    {
        var user = await _market.Join("2", "BTC");
        var id = await Request(user, "1");
        Assert.Equal("0.99/1.01", await user.Balance("BTC"));

        var approved = await _market.Admin.Post("/api/withdrawals/approve", new { withdrawal_id = id });
        Assert.Equal("sent", approved.Require(200)["status"]);
        var payout = Assert.Single(provided.Provider.NowPayments.Payouts, p => p.ExternalId == id);
        Assert.Equal("1", payout.Amount.TrimEnd('0').TrimEnd('.'));
        await provided.Provider.NowPayments.MovePayout(payout.Id, "FINISHED");

        Assert.Equal("finished", (await user.Get("/api/withdrawals/" + id)).Require(200)["status"]);
        Assert.Equal("0.99/0", await user.Balance("BTC"));
        await _market.RequireSound();
    }

    [Fact]
    public async Task Withdrawal_WhenThePayoutFails_GoesToReviewAndIsNotPaidAgain()
    {
        var user = await _market.Join("2", "BTC");
        var id = await Request(user, "1");
        await _market.Admin.Post("/api/withdrawals/approve", new { withdrawal_id = id });
        var payout = Assert.Single(provided.Provider.NowPayments.Payouts, p => p.ExternalId == id);

        await provided.Provider.NowPayments.MovePayout(payout.Id, "FAILED", error: "no such address");

        Assert.Equal("review", (await user.Get("/api/withdrawals/" + id))["status"]);
        Assert.Equal("0.99/1.01", await user.Balance("BTC"));
        var rejected = await _market.Admin.Post(
            "/api/withdrawals/reject", new { withdrawal_id = id, note = "sorry" });
        Assert.Equal("rejected", rejected.Require(200)["status"]);
        Assert.Equal("2/0", await user.Balance("BTC"));
        Assert.Single(provided.Provider.NowPayments.Payouts, p => p.ExternalId == id);
    }

    [Fact]
    public async Task Withdrawal_WhenTheUserCancelsInTime_GivesBack()
    {
        var user = await _market.Join("2", "BTC");
        var id = await Request(user, "1");

        var cancelled = await user.Post($"/api/withdrawals/{id}/cancel", new { });

        Assert.Equal("cancelled", cancelled.Require(200)["status"]);
        Assert.Equal("2/0", await user.Balance("BTC"));
        (await _market.Admin.Post("/api/withdrawals/approve", new { withdrawal_id = id }))
            .Refused(409, "withdrawal_state");
    }

    [Fact]
    public async Task Request_WhenItIsBeyondALimit_IsRefusedAndLocksNothing()
    {
        var user = await _market.Join("9", "BTC");

        (await user.Post("/api/withdrawals/request", new { currency = "BTC", amount = "1.3", address = Address }))
            .Refused(422, "limit_exceeded");
        await Request(user, "1");
        (await user.Post("/api/withdrawals/request", new { currency = "BTC", amount = "0.6", address = Address }))
            .Refused(422, "limit_exceeded");

        Assert.Equal("7.99/1.01", await user.Balance("BTC"));
    }

    [Fact]
    public async Task Request_WhenTheAddressIsNew_WaitsForIt()
    {
        var user = await _market.Join("2", "BTC");
        (await user.Post("/api/addresses", new { currency = "BTC", address = Address, label = "mine" }))
            .Require(201);

        var refused = await user.Post(
            "/api/withdrawals/request", new { currency = "BTC", amount = "1", address = Address });

        Assert.Equal(422, refused.Status);
        Assert.Equal("2/0", await user.Balance("BTC"));
    }

    [Fact]
    public async Task ApproveAgainstCancel_When200ComeAtOnce_OneWins()
    {
        var user = await _market.Join("2", "BTC");
        var id = await Request(user, "1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => i % 2 == 0
            ? _market.Admin.Post("/api/withdrawals/approve", new { withdrawal_id = id })
            : user.Post($"/api/withdrawals/{id}/cancel", new { })));

        Assert.Single(answers, a => a.Status == 200);
        var sent = provided.Provider.NowPayments.Payouts.Count(p => p.ExternalId == id);
        var status = (await user.Get("/api/withdrawals/" + id))["status"];
        Assert.Equal(status == "cancelled" ? 0 : 1, sent);
        await _market.RequireSound();
    }

    [Fact]
    public async Task Approve_When200ComeAtOnce_PaysOnce()
    {
        var user = await _market.Join("2", "BTC");
        var id = await Request(user, "1");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ =>
            _market.Admin.Post("/api/withdrawals/approve", new { withdrawal_id = id })));

        Assert.Single(provided.Provider.NowPayments.Payouts, p => p.ExternalId == id);
    }

    private static async Task<string> Request(Person user, string amount)
    {
        var answer = await user.Post(
            "/api/withdrawals/request", new { currency = "BTC", amount, address = Address });
        Assert.Equal("pending", answer.Require(201)["status"]);
        return answer["withdrawal_id"];
    }
}
