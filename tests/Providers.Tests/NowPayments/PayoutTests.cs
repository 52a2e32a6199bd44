using OrleansWallet.Providers.NowPayments;
using OrleansWallet.Testing;

namespace OrleansWallet.Providers.Tests.NowPayments;

public sealed class PayoutTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private ProviderHost _host = null!;

    public async Task InitializeAsync() => _host = await ProviderHost.Start(
        _time, ("NowPayments:PayoutTotpSecret", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Payout_WhenCreatedAndVerified_GoesOn()
    {
        var payout = await _host.NowPayments.CreatePayout(Request()).Done();
        Assert.Equal(PayoutStatus.Creating, payout.Status);
        Assert.Equal("w-1", payout.ExternalId);
        Assert.NotEqual(payout.Id, payout.BatchId);
        Assert.Equal("12.345678", Assert.Single(_host.Server.NowPayments.Payouts).Amount);

        Assert.Equal(payout.BatchId, await _host.NowPayments.VerifyPayout(payout.BatchId!).Done());
        Assert.Equal(
            Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", _time.GetUtcNow()),
            Assert.Single(_host.Server.NowPayments.VerificationCodes));
        Assert.Equal(PayoutStatus.Waiting, (await Get(payout)).Status);

        await _host.Server.NowPayments.MovePayout(payout.Id, "FINISHED", hash: "0xabc");
        var finished = await Get(payout);
        Assert.Equal(PayoutStatus.Finished, finished.Status);
        Assert.Equal("0xabc", finished.TransactionHash);
    }

    [Fact]
    public async Task Payout_WhenItFails_IsToldAndNotRepeated()
    {
        var payout = await _host.NowPayments.CreatePayout(Request()).Done();
        await _host.Server.NowPayments.MovePayout(payout.Id, "FAILED", error: "node is down");

        var failed = await Get(payout);

        Assert.Equal((PayoutStatus.Failed, "node is down"), (failed.Status, failed.Error));
        Assert.Equal(1, _host.Server.NowPayments.PayoutsOf("w-1"));
    }

    [Theory]
    [InlineData("0.1234567", "ETH", "eth")]
    [InlineData("1234567890.123456", "ETH", "eth")]
    public async Task Payout_WhenMorePreciseThanTheProviderTakes_IsRefusedWithoutACall(
        string amount, string currency, string coin)
    {
        Assert.False(PayoutRequest.CanCarry(Money.Of(amount, currency)));
        var result = await _host.NowPayments.CreatePayout(Request(amount, currency, coin));

        Assert.Equal(ProviderRefusals.TooPrecise, result.RefusedCode());
        Assert.Empty(_host.Server.Calls.All);
    }

    [Fact]
    public async Task Payout_WhenTheAddressIsBad_IsRefusedWithTheProvidersCode()
    {
        var result = await _host.NowPayments.CreatePayout(Request() with { Address = "bad" });

        Assert.Equal("BAD_CREATE_WITHDRAWAL_REQUEST", result.RefusedCode());
        Assert.Empty(_host.Server.NowPayments.Payouts);
    }

    [Fact]
    public async Task Payout_OfAnotherCurrencyThanItsCoin_IsABug() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => _host.NowPayments.CreatePayout(Request("1", "BTC")));

    [Fact]
    public async Task Token_WhileItLives_IsUsedAgain()
    {
        await _host.NowPayments.CreatePayout(Request()).Done();
        await _host.NowPayments.CreatePayout(Request() with { ExternalId = "w-2" }).Done();
        Assert.Equal(1, _host.Server.Calls["POST /v1/auth"]);

        _time.Advance(TimeSpan.FromMinutes(4.5));
        await _host.NowPayments.CreatePayout(Request() with { ExternalId = "w-3" }).Done();
        Assert.Equal(2, _host.Server.Calls["POST /v1/auth"]);
    }

    [Fact]
    public async Task Token_WhenNoLongerAccepted_IsRenewedAndThePayoutSentOnce()
    {
        await _host.NowPayments.CreatePayout(Request()).Done();
        _host.Server.NowPayments.ExpireTokens();

        await _host.NowPayments.CreatePayout(Request() with { ExternalId = "w-2" }).Done();

        Assert.Equal(2, _host.Server.Calls["POST /v1/auth"]);
        Assert.Equal(1, _host.Server.NowPayments.PayoutsOf("w-2"));
    }

    [Fact]
    public async Task Payout_WithAWrongPassword_IsUnavailable()
    {
        await using var host = await ProviderHost.Start(
            settings: ("NowPayments:PayoutPassword", "wrong"));

        (await host.NowPayments.CreatePayout(Request())).Unavailable();
        Assert.Equal(0, host.Server.Calls["POST /v1/payout"]);
    }

    [Fact]
    public async Task Payout_WithoutAnAccount_IsUnavailable()
    {
        await using var host = await ProviderHost.Start(
            null, ("NowPayments:PayoutEmail", ""), ("NowPayments:PayoutPassword", ""));

        (await host.NowPayments.CreatePayout(Request())).Unavailable();
        Assert.Empty(host.Server.Calls.All);
    }

    [Fact]
    public async Task Verification_WithoutASecret_IsLeftToAPerson()
    {
        await using var host = await ProviderHost.Start();

        Assert.Equal(
            ProviderRefusals.NoVerificationSecret,
            (await host.NowPayments.VerifyPayout("1")).RefusedCode());
    }

    [Fact]
    public async Task Payout_WhenUnknown_IsNotFound() =>
        Assert.Equal(
            ProviderRefusals.NotFound, (await _host.NowPayments.GetPayout("1")).RefusedCode());

    [Fact]
    public async Task Payout_WhenLookedForByItsExternalId_IsFoundOnAnyPage()
    {
        var since = _time.GetUtcNow();
        for (var i = 1; i <= 102; i++)
        {
            await _host.NowPayments.CreatePayout(Request() with { ExternalId = $"w-{i}" }).Done();
        }

        var found = await _host.NowPayments.FindPayout("w-1", since).Done();
        Assert.Equal("w-1", found?.ExternalId);
        Assert.Null(await _host.NowPayments.FindPayout("w-0", since).Done());
        Assert.Null(await _host.NowPayments.FindPayout("w-1", since.AddDays(1)).Done());
    }

    private Task<Payout> Get(Payout payout) => _host.NowPayments.GetPayout(payout.Id).Done();

    private PayoutRequest Request(
        string amount = "12.345678", string currency = "USDT", string coin = "usdttrc20") =>
        new("w-1", _host.Coin(coin), Money.Of(amount, currency), "T-address");
}
