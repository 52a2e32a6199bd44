namespace OrleansWallet.Api.Tests.Flows;

/// <summary>What happens to trades by itself, with windows of a second.</summary>
public sealed class TradeDeadlineTests : IAsyncLifetime
{
    private const string P2p = "/api/p2p/enhanced/";
    private readonly Market _market = new()
    {
        Settings =
        [
            ("Trades:PaymentWindow", "00:00:01"), ("Trades:ReleaseWindow", "00:00:01"),
            ("Grains:RecoveryInterval", "00:00:00.2"),
        ],
    };

    public Task InitializeAsync() => _market.InitializeAsync();

    public Task DisposeAsync() => _market.DisposeAsync();

    [Fact]
    public async Task Trade_WhenNobodyPays_ExpiresAndCanBeAppealed()
    {
        var (seller, buyer, trade) = await Escrowed();
        await Until(seller, trade, "expired");
        Assert.Equal("2/0", await seller.Balance("BTC"));

        (await seller.Post(P2p + "re-escrow", new { trade_id = trade })).Refused(409, "trade_state");
        (await buyer.Post(P2p + "appeal", new { trade_id = trade, reason = "I paid" })).Require(200);
        var again = await seller.Post(P2p + "re-escrow", new { trade_id = trade });

        Assert.Equal("paid", again.Require(200)["status"]);
        Assert.Equal("1/1", await seller.Balance("BTC"));
        (await seller.Post(P2p + "release-crypto", new { trade_id = trade })).Require(200);
        Assert.Equal("0.995/0", await buyer.Balance("BTC"));
        await _market.RequireSound();
    }

    [Fact]
    public async Task Trade_WhenThePaidOneIsNotReleased_IsDisputed()
    {
        var (seller, buyer, trade) = await Escrowed();
        (await buyer.Post(P2p + "mark-paid", new { trade_id = trade })).Require(200);

        for (var i = 0; i < 100; i++)
        {
            var seen = await seller.Get("/api/p2p/trades/" + trade);
            if (seen["dispute"] == "open")
            {
                Assert.Equal("paid", seen["status"]);
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("no dispute was opened");
    }

    [Fact]
    public async Task MarkPaidAgainstExpiry_When200Try_OneWins()
    {
        var (seller, buyer, trade) = await Escrowed();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            await Task.Delay(8 * i);
            return await buyer.Post(P2p + "mark-paid", new { trade_id = trade }, "paid-" + i);
        }));

        var won = answers.Count(a => a.Status == 200);
        Assert.InRange(won, 0, 1);
        var status = (await seller.Get("/api/p2p/trades/" + trade))["status"];
        Assert.Equal(won == 1 ? "paid" : "expired", status == "expiring" ? "expired" : status);
        await _market.RequireSound();
    }

    private async Task<(Person Seller, Person Buyer, string Trade)> Escrowed()
    {
        var (seller, buyer) = (await _market.Join("2", "BTC"), await _market.Join());
        var trade = await _market.Service.Post(P2p + "create-trade", new
        {
            seller_id = seller.Id,
            buyer_id = buyer.Id,
            currency = "BTC",
            amount = "1",
            fiat = "EUR",
            price = "60000",
        });
        return (seller, buyer, trade.Require(201)["trade_id"]);
    }

    private static async Task Until(Person person, string trade, string status)
    {
        for (var i = 0; i < 100; i++)
        {
            if ((await person.Get("/api/p2p/trades/" + trade))["status"] == status)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"the trade never was {status}");
    }
}
