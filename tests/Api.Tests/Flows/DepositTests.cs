namespace OrleansWallet.Api.Tests.Flows;

/// <summary>Deposits by NOWPayments, over HTTP, with a simulated provider.</summary>
public sealed class DepositTests(ProvidedMarket provided) : IClassFixture<ProvidedMarket>
{
    private readonly Market _market = provided.Market;

    [Fact]
    public async Task Deposit_WhenItIsPaid_IsCreditedOnceAndInTheHistory()
    {
        var user = await _market.Join();
        var deposit = await Create(user, "0.5");

        await provided.Provider.NowPayments.Pay(deposit, "0.5");
        await provided.Provider.NowPayments.Ipns.Resend(provided.Provider.NowPayments.Ipns.Sent[^1]);

        Assert.Equal("0.5/0", await user.Balance("BTC"));
        var history = await user.Get($"/api/wallets/transactions/{user.Id}");
        var entry = history.Json.GetProperty("transactions").EnumerateArray().Single();
        Assert.Equal("deposit_nowpayments", entry.GetProperty("transaction_type").GetString());
        var listed = (await user.Get("/api/deposits")).Json.GetProperty("deposits")[0];
        Assert.Equal("finished", listed.GetProperty("status").GetString());
        await _market.RequireSound();
    }

    [Fact]
    public async Task Deposit_WhenItIsPaidInPartAndThenAgain_CreditsWhatCame()
    {
        var user = await _market.Join();
        var deposit = await Create(user, "0.5");

        await provided.Provider.NowPayments.Pay(deposit, "0.2");
        Assert.Equal("0.2/0", await user.Balance("BTC"));
        await provided.Provider.NowPayments.Redeposit(deposit, "0.1");

        Assert.Equal("0.3/0", await user.Balance("BTC"));
    }

    [Fact]
    public async Task Deposit_WhenNewsComeInTheWrongOrderAndTwice_IsCreditedOnce()
    {
        var user = await _market.Join();
        var deposit = await Create(user, "0.5");
        var ipns = provided.Provider.NowPayments.Ipns;
        (ipns.Hold, ipns.Copies) = (true, 3);

        await provided.Provider.NowPayments.Pay(deposit, "0.5");
        ipns.Copies = 1;
        await ipns.Release(reversed: true);

        Assert.Equal("0.5/0", await user.Balance("BTC"));
        Assert.All(ipns.Sent, sent => Assert.Equal(200, sent.Status));
    }

    [Fact]
    public async Task Deposit_When200NewsComeAtOnce_IsCreditedOnce()
    {
        var user = await _market.Join();
        var deposit = await Create(user, "0.5");
        var ipns = provided.Provider.NowPayments.Ipns;
        ipns.Hold = true;
        await provided.Provider.NowPayments.Pay(deposit, "0.5");
        ipns.Hold = false;
        await ipns.Release();
        var last = ipns.Sent[^1];

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => ipns.Resend(last)));

        Assert.Equal("0.5/0", await user.Balance("BTC"));
        await _market.RequireSound();
    }

    [Fact]
    public async Task Ipn_WhenItsSignatureIsWrong_IsRefused()
    {
        var user = await _market.Join();
        var deposit = await Create(user, "0.5");
        var ipns = provided.Provider.NowPayments.Ipns;
        ipns.WrongSignature = true;

        await provided.Provider.NowPayments.Pay(deposit, "0.5");
        ipns.WrongSignature = false;

        Assert.Equal(401, ipns.Sent[^1].Status);
        Assert.Equal("0/0", await user.Balance("BTC"));
    }

    [Fact]
    public async Task Payment_WhenItsCoinIsUnknown_IsParkedUntilAnAdminDecides()
    {
        var user = await _market.Join();
        var deposit = await Create(user, "0.5");

        var odd = await provided.Provider.NowPayments.Redeposit(deposit, "7", coin: "oddcoin");

        var parked = (await _market.Admin.Get("/api/deposits/parked")).Require(200);
        Assert.Contains(odd.Id, parked.Json.ToString());
        Assert.Equal("0/0", await user.Balance("BTC"));
        (await _market.Admin.Post(
            $"/api/deposits/parked/{odd.Id}/resolve", new { reject = true, note = "no such coin" }))
            .Require(200);
        Assert.DoesNotContain(
            odd.Id, (await _market.Admin.Get("/api/deposits/parked")).Json.ToString());
    }

    private static async Task<string> Create(Person user, string amount) =>
        (await user.Post("/api/nowpayments/create-deposit", new { currency = "BTC", amount }))
            .Require(200)["payment_id"];
}
