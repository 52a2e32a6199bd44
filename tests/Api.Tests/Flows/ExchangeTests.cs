using System.Globalization;
using System.Text.Json;

namespace OrleansWallet.Api.Tests.Flows;

/// <summary>Swap, express buy, savings, referrals and portfolio over HTTP.</summary>
public sealed class ExchangeTests : IAsyncLifetime
{
    private readonly Market _market = new()
    {
        Settings =
        [
            ("Prices:Values:BTC", "50000"), ("Prices:Values:GBP", "1.25"), ("Prices:Values:ETH", "2500"),
        ],
    };

    public Task InitializeAsync() => _market.InitializeAsync();

    public Task DisposeAsync() => _market.DisposeAsync();

    [Fact]
    public async Task Swap_WhenQuotedAndExecuted_GivesTheQuotedAmount()
    {
        await _market.Give("platform:liquidity", "10", "BTC");
        var user = await _market.Join("1000", "USD");

        var quote = await user.Post(
            "/api/swap/quote", new { from_currency = "USD", to_currency = "BTC", amount = "500" });
        var done = await user.Post("/api/swap/execute", new
        {
            from_currency = "USD",
            to_currency = "BTC",
            amount = "500",
            quote_id = quote["order_id"],
        });

        Assert.Equal("completed", done.Require(200)["status"]);
        Assert.Equal(quote["to_amount"], done["to_amount"]);
        Assert.Equal("500/0", await user.Balance("USD"));
        Assert.StartsWith("0.00", await user.Balance("BTC"), StringComparison.Ordinal);
        await _market.RequireSound();
    }

    [Fact]
    public async Task Swap_WhenLiquidityIsShort_IsRefusedAndChangesNothing()
    {
        var user = await _market.Join("1000", "USD");

        var refused = await user.Post(
            "/api/swap/execute", new { from_currency = "USD", to_currency = "ETH", amount = "500" });

        refused.Refused(422, "insufficient_liquidity");
        Assert.Equal("1000/0", await user.Balance("USD"));
        await _market.RequireSound();
    }

    [Fact]
    public async Task Swap_When200WantTheLastLiquidity_OneGetsIt()
    {
        await _market.Give("platform:liquidity", "0.2", "ETH");
        var user = await _market.Join("100000", "USD");

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => user.Post(
            "/api/swap/execute", new { from_currency = "USD", to_currency = "ETH", amount = "400" })));

        Assert.Single(answers, a => a.Status == 200);
        Assert.Equal("99600/0", await user.Balance("USD"));
        await _market.RequireSound();
    }

    [Fact]
    public async Task ExpressBuy_WhenPaidByFiat_GivesCrypto()
    {
        await _market.Give("platform:liquidity", "1", "BTC");
        var user = await _market.Join("100", "GBP");

        var bought = await user.Post(
            "/api/express-buy/execute", new { fiat = "GBP", fiat_amount = "100", currency = "BTC" });

        Assert.Equal("completed", bought.Require(200)["status"]);
        Assert.Equal("0/0", await user.Balance("GBP"));
        await _market.RequireSound();
    }

    [Fact]
    public async Task Referral_WhenTheReferredPaysAFee_CreditsACommission()
    {
        await _market.Give("platform:liquidity", "1", "BTC");
        var (referrer, user) = (await _market.Join(), await _market.Join("1000", "USD"));
        var code = (await referrer.Post("/api/referrals", new { }))["code"];
        Assert.InRange((await user.Post("/api/referrals", new { code })).Status, 200, 201);

        (await user.Post(
            "/api/swap/execute", new { from_currency = "USD", to_currency = "BTC", amount = "1000" }))
            .Require(200);

        var history = await referrer.Get(
            $"/api/wallets/transactions/{referrer.Id}?type=referral_commission");
        var commission = history.Json.GetProperty("transactions").EnumerateArray().Single();
        Assert.Equal("credit", commission.GetProperty("direction").GetString());
        Assert.Contains(user.Id, commission.GetProperty("metadata").ToString());
    }

    [Fact]
    public async Task Referrals_WhenThereAreManyCommissions_AreListedByPages()
    {
        await _market.Give("platform:liquidity", "1", "BTC");
        await _market.Give("platform:liquidity", "10", "ETH");
        var (referrer, user) = (await _market.Join(), await _market.Join("1000", "USD"));
        var none = (await referrer.Get("/api/referrals")).Require(200).Json;
        Assert.Equal(0, none.GetProperty("commissions").GetArrayLength());
        var code = (await referrer.Post("/api/referrals", new { }))["code"];
        await user.Post("/api/referrals", new { code });
        foreach (var to in new[] { "BTC", "ETH", "BTC" })
        {
            (await user.Post(
                "/api/swap/execute",
                new { from_currency = "USD", to_currency = to, amount = "100" })).Require(200);
        }

        var first = (await referrer.Get("/api/referrals?limit=2")).Require(200).Json;
        var cursor = first.GetProperty("next_commissions_cursor").GetString();
        var second = (await referrer.Get(
            $"/api/referrals?limit=2&commissions_cursor={cursor}")).Require(200).Json;

        var ids = Ids(first).Concat(Ids(second)).ToList();
        Assert.Equal((2, 3, 3), (Ids(first).Count, ids.Count, ids.Distinct().Count()));
        Assert.Equal("0.18", second.GetProperty("totals").GetProperty("USD").GetString());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next_commissions_cursor").ValueKind);
        Assert.Equal(400, (await referrer.Get("/api/referrals?commissions_cursor=.")).Status);

        static List<string?> Ids(JsonElement page) =>
        [
            .. page.GetProperty("commissions").EnumerateArray()
                .Select(c => c.GetProperty("transaction_id").GetString()),
        ];
    }

    [Fact]
    public async Task Prices_WhenAskedAgain_AreTheSameAnswer()
    {
        var user = await _market.Join();
        var first = (await user.Get("/api/prices")).Require(200);
        var second = (await user.Get("/api/prices?quote=USD")).Require(200);
        var euros = (await user.Get("/api/prices?quote=EUR")).Require(200);

        Assert.Equal(first.Json.ToString(), second.Json.ToString());
        Assert.Equal("1", first.Json.GetProperty("prices").GetProperty("USD").GetString());
        Assert.Equal("EUR", euros["quote"]);
        Assert.Equal("1", euros.Json.GetProperty("prices").GetProperty("EUR").GetString());
    }

    [Fact]
    public async Task Portfolio_WhenSeveralAreHeld_SumsToAHundred()
    {
        var user = await _market.Join("1000", "USD");
        await _market.Give(user.Id, "0.01", "BTC");
        await _market.Give(user.Id, "0.3333", "ETH");
        (await user.Post(
            "/api/savings/transfer", new { currency = "USD", amount = "100", direction = "to_savings" }))
            .Require(200);

        var portfolio = (await user.Get($"/api/wallets/portfolio/{user.Id}?quote=USD&top=5")).Require(200);

        var sum = portfolio.Json.GetProperty("assets").EnumerateArray().Sum(a =>
            decimal.Parse(a.GetProperty("percentage").ToString(), CultureInfo.InvariantCulture));
        Assert.Equal(100.00m, sum);
        Assert.Equal("900/0", await user.Balance("USD"));
        Assert.Equal("100/0", await user.Balance("USD", "savings"));
    }
}
