namespace OrleansWallet.Api.Tests.Flows;

/// <summary>Deposits whose messages are lost, over HTTP: the provider is asked.</summary>
public sealed class LostMessageTests(AskingMarket provided) : IClassFixture<AskingMarket>
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private readonly Market _market = provided.Market;

    [Fact]
    public async Task Deposit_WhenAllMessagesAreLostAndComeLate_IsCreditedOnce()
    {
        var user = await _market.Join();
        var deposit = await Create(user);
        var nowPayments = provided.Provider.NowPayments;
        nowPayments.Ipns.Hold = true;
        await nowPayments.Pay(deposit, "0.5");

        await Until(user, "0.5/0");
        await nowPayments.Ipns.Release(reversed: true);

        Assert.Equal("0.5/0", await user.Balance("BTC"));
        var listed = (await user.Get("/api/deposits")).Json.GetProperty("deposits")[0];
        Assert.Equal("finished", listed.GetProperty("status").GetString());
        await _market.RequireSound();
    }

    [Fact]
    public async Task Deposit_WhenTheProviderIsAwayToo_IsCreditedOnceItAnswers()
    {
        var user = await _market.Join();
        var deposit = await Create(user);
        var nowPayments = provided.Provider.NowPayments;
        nowPayments.Ipns.Hold = true;
        provided.Provider.Faults.FailNext(503, 4, $"/v1/payment/{deposit}");
        await nowPayments.Pay(deposit, "0.5");

        await Until(user, "0.5/0");
        await nowPayments.Ipns.Release();

        Assert.Equal("0.5/0", await user.Balance("BTC"));
        await _market.RequireSound();
    }

    [Fact]
    public async Task Deposit_WhenMessagesAndAnswersCross_IsCreditedOnce()
    {
        var user = await _market.Join();
        var deposits = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            deposits.Add(await Create(user));
        }

        provided.Provider.NowPayments.Ipns.Copies = 2;
        // About when they are asked for.
        await Task.Delay(TimeSpan.FromSeconds(0.4));
        await Task.WhenAll(deposits.Select(d => provided.Provider.NowPayments.Pay(d, "0.5")));
        provided.Provider.NowPayments.Ipns.Copies = 1;

        await Until(user, "5/0");
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal("5/0", await user.Balance("BTC"));
        await _market.RequireSound();
    }

    private static async Task Until(Person user, string balance)
    {
        using var end = new CancellationTokenSource(_patience);
        while (await user.Balance("BTC") != balance)
        {
            await Task.Delay(50, end.Token);
        }
    }

    private static async Task<string> Create(Person user) =>
        (await user.Post(
            "/api/nowpayments/create-deposit", new { currency = "BTC", amount = "0.5" }))
            .Require(200)["payment_id"];
}
