namespace OrleansWallet.Api.Tests.Flows;

/// <summary>P2P over HTTP on PostgreSQL.</summary>
public sealed class TradeTests(Market market) : IClassFixture<Market>
{
    private const string P2p = "/api/p2p/enhanced/";

    [Fact]
    public async Task Trade_WhenItIsPaidAndReleased_PaysBuyerAndFeeWallet()
    {
        var (seller, buyer) = (await market.Join("2", "BTC"), await market.Join());
        var fees = await market.Service.BalanceOf("platform:fees", "BTC");
        var offer = await Offer(seller, "1.5");

        var trade = await buyer.Post(P2p + "create-trade", new { offer_id = offer, amount = "1" }, "t-1");
        trade.Require(201);
        Assert.Equal("escrowed", trade["status"]);
        Assert.Equal((seller.Id, buyer.Id), (trade["seller_id"], trade["buyer_id"]));
        Assert.Equal("0.00500000", trade["fee"]);
        Assert.NotEmpty(trade["deadline_at"]);
        Assert.Equal("1/1", await seller.Balance("BTC"));
        Assert.Equal("0.50000000", await Remaining(seller, offer));

        var paid = await buyer.Post(P2p + "mark-paid", new { trade_id = trade["trade_id"], proof = "ref 17" });
        Assert.Equal("paid", paid.Require(200)["status"]);
        var done = await seller.Post(P2p + "release-crypto", new { trade_id = trade["trade_id"] }, "r-1");
        Assert.Equal("completed", done.Require(200)["status"]);

        Assert.Equal("1/0", await seller.Balance("BTC"));
        Assert.Equal("0.995/0", await buyer.Balance("BTC"));
        Assert.NotEqual(fees, await market.Service.BalanceOf("platform:fees", "BTC"));
        var again = await seller.Post(P2p + "release-crypto", new { trade_id = trade["trade_id"] }, "r-1");
        Assert.True(again.Require(200).Replayed);
        var first = await buyer.Post(P2p + "create-trade", new { offer_id = offer, amount = "1" }, "t-1");
        Assert.True(first.Require(201).Replayed);
        Assert.Equal("escrowed", first["status"]);
        (await buyer.Post(P2p + "create-trade", new { offer_id = offer, amount = "0.5" }, "t-1"))
            .Refused(422, "idempotency_mismatch");
        var events = (await buyer.Get("/api/p2p/trades/" + trade["trade_id"])).Json.GetProperty("events");
        Assert.Equal(
            ["requested", "escrowing", "escrowed", "paid", "releasing", "completed"],
            events.EnumerateArray().Select(e => e.GetProperty("to").GetString()));
        await market.RequireSound();
    }

    [Fact]
    public async Task Trade_WhenTheSellerHasTooLittle_IsRefusedAndTheOfferIsFree()
    {
        var (seller, buyer) = (await market.Join("0.1", "BTC"), await market.Join());
        var offer = await Offer(seller, "1.5");

        var refused = await buyer.Post(P2p + "create-trade", new { offer_id = offer, amount = "1" });

        refused.Refused(422, "insufficient_balance");
        Assert.Equal("0.1/0", await seller.Balance("BTC"));
        Assert.Equal("1.50000000", await Remaining(seller, offer));
    }

    [Fact]
    public async Task Cancel_WhenTheBuyerWantsItBeforePaying_GivesBack()
    {
        var (seller, buyer, trade) = await Escrowed();

        var early = await seller.Post(P2p + "cancel-trade", new { trade_id = trade });
        Assert.Equal("escrowed", early.Require(200)["status"]);
        var cancelled = await buyer.Post(P2p + "cancel-trade", new { trade_id = trade });

        Assert.Equal("cancelled", cancelled.Require(200)["status"]);
        Assert.Equal("2/0", await seller.Balance("BTC"));
        (await seller.Post(P2p + "release-crypto", new { trade_id = trade })).Refused(409, "trade_state");
        (await buyer.Post(P2p + "mark-paid", new { trade_id = trade })).Refused(409, "trade_state");
    }

    [Fact]
    public async Task Trade_WhenStrangersCall_IsForbidden()
    {
        var (_, _, trade) = await Escrowed();
        var stranger = await market.Join();

        (await stranger.Get("/api/p2p/trades/" + trade)).Refused(403, "forbidden");
        (await stranger.Post(P2p + "mark-paid", new { trade_id = trade })).Refused(403, "forbidden");
        (await stranger.Post(P2p + "messages", new { trade_id = trade, text = "hello" }))
            .Refused(403, "forbidden");
        (await stranger.Post(P2p + "mark-paid", new { trade_id = "tr-none" }))
            .Refused(404, "trade_not_found");
    }

    [Fact]
    public async Task Dispute_WhenAnAdminDecides_FollowsFromTheState()
    {
        var (seller, buyer, trade) = await Escrowed();
        await buyer.Post(P2p + "mark-paid", new { trade_id = trade });
        Assert.Equal(
            "open",
            (await seller.Post(P2p + "dispute", new { trade_id = trade, reason = "no money" }))
                .Require(200)["dispute"]);
        (await buyer.Post(P2p + "dispute/evidence", new { trade_id = trade, text = "a receipt" }))
            .Require(200);
        (await buyer.Post(P2p + "dispute/decide", new { trade_id = trade, award = "buyer" }))
            .Require(403);

        var decided = await market.Admin.Post(
            P2p + "dispute/decide", new { trade_id = trade, award = "buyer", note = "paid" });

        Assert.Equal(("completed", "decided"), (decided.Require(200)["status"], decided["dispute"]));
        Assert.Equal("0.995/0", await buyer.Balance("BTC"));
        Assert.Equal("1/0", await seller.Balance("BTC"));
    }

    [Fact]
    public async Task Settle_WhenBothAgree_GivesBack()
    {
        var (seller, buyer, trade) = await Escrowed();
        await buyer.Post(P2p + "mark-paid", new { trade_id = trade });
        await buyer.Post(P2p + "dispute", new { trade_id = trade });

        var offered = await buyer.Post(P2p + "settle", new { trade_id = trade, award = "seller" });
        Assert.Equal("paid", offered.Require(200)["status"]);
        var agreed = await seller.Post(P2p + "settle", new { trade_id = trade, award = "seller" });

        Assert.Equal("cancelled", agreed.Require(200)["status"]);
        Assert.Equal("2/0", await seller.Balance("BTC"));
    }

    [Fact]
    public async Task Messages_WhenThePartiesWrite_AreListedOnce()
    {
        var (seller, buyer, trade) = await Escrowed();

        await buyer.Post(P2p + "messages", new { trade_id = trade, text = "hello" }, "m-1");
        await buyer.Post(P2p + "messages", new { trade_id = trade, text = "hello" }, "m-1");
        (await buyer.Post(P2p + "messages", new { trade_id = trade, text = "other" }, "m-1"))
            .Refused(422, "idempotency_mismatch");
        await seller.Post(P2p + "messages", new { trade_id = trade, text = "good day" });

        var list = await seller.Get(P2p + "messages?trade_id=" + trade);
        Assert.Equal(
            ["hello", "good day"],
            list.Require(200).Json.GetProperty("messages").EnumerateArray()
                .Select(m => m.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task ReleaseAgainstCancel_When200ComeAtOnce_OneWins()
    {
        var (seller, buyer, trade) = await Escrowed();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => i % 2 == 0
            ? seller.Post(P2p + "release-crypto", new { trade_id = trade })
            : buyer.Post(P2p + "cancel-trade", new { trade_id = trade })));

        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => a.Refused(409, "trade_state"));
        var (had, got) = (await seller.Balance("BTC"), await buyer.Balance("BTC"));
        Assert.Contains((had, got), new[] { ("1/0", "0.995/0"), ("2/0", "0/0") });
        await market.RequireSound();
    }

    [Fact]
    public async Task OfferRemains_When200TakeIt_IsNeverOverdrawn()
    {
        var seller = await market.Join("500", "BTC");
        var offer = await Offer(seller, "1.5");
        var buyers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.Join()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            buyers[i % 4].Post(P2p + "create-trade", new { offer_id = offer, amount = "0.5" })));

        Assert.Equal(3, answers.Count(a => a.Status == 201));
        Assert.Equal("498.5/1.5", await seller.Balance("BTC"));
        await market.RequireSound();
    }

    [Fact]
    public async Task Offers_WhenFiltered_ShowWhatFits()
    {
        var seller = await market.Join("2", "BTC");
        var offer = await Offer(seller, "1.5", fiat: "CHF");

        Assert.Contains(offer, (await seller.Get("/api/p2p/offers?fiat=CHF&currency=BTC&side=sell")).Json.ToString());
        Assert.Contains(offer, (await seller.Get("/api/p2p/offers?fiat=CHF&payment_method=sepa")).Json.ToString());
        Assert.DoesNotContain(offer, (await seller.Get("/api/p2p/offers?fiat=CHF&side=buy")).Json.ToString());
        Assert.DoesNotContain(offer, (await seller.Get("/api/p2p/offers?fiat=CHF&payment_method=cash")).Json.ToString());
        (await seller.Patch("/api/p2p/offers/" + offer, new { status = "paused" })).Require(200);
        Assert.DoesNotContain(offer, (await seller.Get("/api/p2p/offers?fiat=CHF")).Json.ToString());
        Assert.Contains(offer, (await seller.Get("/api/p2p/offers?mine=true")).Json.ToString());
    }

    private async Task<(Person Seller, Person Buyer, string Trade)> Escrowed()
    {
        var (seller, buyer) = (await market.Join("2", "BTC"), await market.Join());
        var trade = await market.Service.Post(P2p + "create-trade", new
        {
            seller_id = seller.Id,
            buyer_id = buyer.Id,
            currency = "BTC",
            amount = "1",
            fiat = "EUR",
            price = "60000",
        });
        Assert.Equal("escrowed", trade.Require(201)["status"]);
        return (seller, buyer, trade["trade_id"]);
    }

    private static async Task<string> Offer(Person owner, string amount, string fiat = "EUR") =>
        (await owner.Post("/api/p2p/offers", new
        {
            side = "sell",
            currency = "BTC",
            fiat,
            price = "60000.50",
            min = "0.1",
            max = "1.5",
            amount,
            payment_methods = new[] { "sepa" },
            terms = "no third parties",
        })).Require(201)["offer_id"];

    private static async Task<string> Remaining(Person owner, string offer)
    {
        var list = await owner.Get("/api/p2p/offers?mine=true");
        return list.Json.GetProperty("offers").EnumerateArray()
            .Single(o => o.GetProperty("offer_id").GetString() == offer)
            .GetProperty("remaining").GetString()!;
    }
}
