using OrleansWallet.Providers.NowPayments;
using OrleansWallet.Testing;
using static OrleansWallet.Testing.Wait;

namespace OrleansWallet.Providers.Tests.NowPayments;

/// <summary>What a caller is told when the provider or the network fails.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string PayoutPath = "/v1/payout";
    private static readonly TimeSpan _late = TimeSpan.FromMinutes(5);
    private ProviderHost _host = null!;

    public async Task InitializeAsync() => _host = await ProviderHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Payout_WhenItsAnswerIsLost_IsUnknownAndSentOnce(int payoutsBefore)
    {
        // Over a new connection and over one that is kept open.
        for (var i = 1; i < payoutsBefore; i++)
        {
            await _host.NowPayments.CreatePayout(Request($"earlier-{i}")).Done();
        }

        _host.Server.Faults.DropAnswer(path: PayoutPath);
        var since = DateTimeOffset.UtcNow.AddMinutes(-1);
        (await _host.NowPayments.CreatePayout(Request("w-1"))).UnknownReason();

        Assert.Equal(1, _host.Server.NowPayments.PayoutsOf("w-1"));
        Assert.Equal(payoutsBefore, _host.Server.Calls["POST /v1/payout"]);

        // The listing knows it.
        var found = await _host.NowPayments.FindPayout("w-1", since).Done();
        Assert.Equal(_host.Server.NowPayments.Payouts[^1].Id, found?.Id);
    }

    [Fact]
    public async Task Payout_WhenTheRequestIsLost_IsUnknownToo()
    {
        _host.Server.Faults.DropRequest(path: PayoutPath);
        (await _host.NowPayments.CreatePayout(Request("w-1"))).UnknownReason();

        Assert.Equal(0, _host.Server.NowPayments.PayoutsOf("w-1"));
        Assert.Equal(1, _host.Server.Calls["POST /v1/payout"]);
        var since = DateTimeOffset.UtcNow.AddMinutes(-1);
        Assert.Null(await _host.NowPayments.FindPayout("w-1", since).Done());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Payout_WhenTheAnswerComesTooLate_IsUnknown(bool isDone)
    {
        var time = new ManualTime();
        await _host.DisposeAsync();
        _host = await ProviderHost.Start(
            time, ("NowPayments:Resilience:AttemptTimeout", "00:00:10"));
        await _host.NowPayments.CreatePayout(Request("w-0")).Done();
        // The simulator waits by the real clock: for ever, as far as this test goes.
        (_host.Server.Faults.AnswerLatency, _host.Server.Faults.Latency) =
            isDone ? (_late, TimeSpan.Zero) : (TimeSpan.Zero, _late);

        var sent = _host.NowPayments.CreatePayout(Request("w-1"));
        await Until(() => _host.Server.Calls["POST /v1/payout"] == 2
            && _host.Server.NowPayments.PayoutsOf("w-1") == (isDone ? 1 : 0));
        time.Advance(TimeSpan.FromSeconds(10));
        var result = await sent;

        Assert.Equal("timed out", result.UnknownReason());
        Assert.Equal(isDone ? 1 : 0, _host.Server.NowPayments.PayoutsOf("w-1"));
        Assert.Equal(2, _host.Server.Calls["POST /v1/payout"]);
    }

    [Fact]
    public async Task Payout_WhenTheAnswerIsNotUnderstood_IsUnknown()
    {
        _host.Server.Faults.GarbleAnswer(path: PayoutPath);
        (await _host.NowPayments.CreatePayout(Request("w-1"))).UnknownReason();

        Assert.Equal(1, _host.Server.NowPayments.PayoutsOf("w-1"));
    }

    [Fact]
    public async Task Payout_WhenItsCallerGivesUp_IsUnknown()
    {
        await _host.NowPayments.CreatePayout(Request("w-0")).Done();
        _host.Server.Faults.AnswerLatency = _late;
        using var cancel = new CancellationTokenSource();

        var sent = _host.NowPayments.CreatePayout(Request("w-1"), cancel.Token);
        await Until(() => _host.Server.Calls["POST /v1/payout"] == 2);
        await cancel.CancelAsync();
        var result = await sent;

        Assert.Equal("given up by the caller", result.UnknownReason());
    }

    [Fact]
    public async Task Payout_WhenGivenUpBefore_IsNotSent()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _host.NowPayments.CreatePayout(Request("w-1"), cancel.Token));
        Assert.Equal(0, _host.Server.Calls["POST /v1/payout"]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(302)]
    public async Task Payout_WhenItMayHaveBeenDone_IsUnknownAndSentOnce(int status)
    {
        _host.Server.Faults.FailNext(status, path: PayoutPath);

        var result = await _host.NowPayments.CreatePayout(Request("w-1"));

        Assert.Equal($"HTTP {status}", result.UnknownReason());
        Assert.Equal(1, _host.Server.Calls["POST /v1/payout"]);
    }

    [Fact]
    public async Task Payout_WhenRateLimited_IsUnavailableWithItsTime()
    {
        _host.Server.Faults.RateLimitNext(TimeSpan.FromSeconds(30), path: PayoutPath);

        var away = (await _host.NowPayments.CreatePayout(Request("w-1"))).Unavailable();

        Assert.Equal(TimeSpan.FromSeconds(30), away.RetryAfter);
        Assert.Equal(1, _host.Server.Calls["POST /v1/payout"]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task Payout_WhenTurnedDown_IsRefused(int status)
    {
        _host.Server.Faults.FailNext(status, path: PayoutPath, code: "NO_BALANCE");

        var result = await _host.NowPayments.CreatePayout(Request("w-1"));

        Assert.Equal("NO_BALANCE", result.RefusedCode());
    }

    [Fact]
    public async Task Payout_WhenNobodyListens_IsUnavailable()
    {
        await using var host = await ProviderHost.Start(
            settings: ("NowPayments:BaseUrl", "http://127.0.0.1:1"));

        (await host.NowPayments.CreatePayout(Request("w-1"))).Unavailable();
        (await host.NowPayments.CreatePayment(
            new PaymentRequest(Money.Of("1", "USD"), host.Coin("btc"), "o"))).Unavailable();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Read_WhenItFailsForAMoment_IsTriedAgain(int status)
    {
        var payment = await CreatePayment();
        _host.Server.Faults.FailNext(status, count: 2);

        await _host.NowPayments.GetPayment(payment.Id).Done();
        Assert.Equal(3, _host.Server.Calls[$"GET /v1/payment/{payment.Id}"]);
    }

    [Fact]
    public async Task Read_WhenItKeepsFailing_IsUnavailableAndNeverUnknown()
    {
        var payment = await CreatePayment();
        _host.Server.Faults.FailNext(500, count: 3);
        (await _host.NowPayments.GetPayment(payment.Id)).Unavailable();

        _host.Server.Faults.DropAnswer(count: 3);
        (await _host.NowPayments.GetPayment(payment.Id)).Unavailable();

        _host.Server.Faults.GarbleAnswer();
        (await _host.NowPayments.GetPayment(payment.Id)).Unavailable();
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(60, 1)]
    public async Task Read_WhenRateLimited_WaitsOnlyForAShortTime(int seconds, int calls)
    {
        var payment = await CreatePayment();
        _host.Server.Faults.RateLimitNext(TimeSpan.FromSeconds(seconds));

        var result = await _host.NowPayments.GetPayment(payment.Id);

        Assert.Equal(calls == 2, result is ProviderResult<Payment>.Done);
        Assert.Equal(calls, _host.Server.Calls[$"GET /v1/payment/{payment.Id}"]);
    }

    [Fact]
    public async Task Payment_WhenItsAnswerIsLost_IsUnknownAndSentOnce()
    {
        _host.Server.Faults.DropAnswer();
        var request = new PaymentRequest(Money.Of("1", "USD"), _host.Coin("btc"), "o");

        (await _host.NowPayments.CreatePayment(request)).UnknownReason();
        Assert.Equal(1, _host.Server.Calls["POST /v1/payment"]);
    }

    [Fact]
    public async Task Calls_UnderAnErrorRate_EachPayoutIsMadeAtMostOnce()
    {
        await _host.DisposeAsync();
        _host = await ProviderHost.Start(
            null, ("NowPayments:Resilience:BreakAfter", "10000"));
        _host.Server.Faults.ErrorRate = 0.3;
        for (var i = 0; i < 60; i++)
        {
            var id = $"w-{i}";
            if (i % 5 == 0)
            {
                _host.Server.Faults.DropAnswer(path: PayoutPath);
            }

            var isDone = await _host.NowPayments.CreatePayout(Request(id))
                is ProviderResult<Payout>.Done;
            var made = _host.Server.NowPayments.PayoutsOf(id);
            Assert.InRange(made, isDone ? 1 : 0, 1);
        }
    }

    [Fact]
    public async Task Logs_WhenAllGoesWrong_HoldNoSecretAndNoAddress()
    {
        _host.Server.Faults.FailNext(400, path: PayoutPath);
        await _host.NowPayments.CreatePayout(Request("w-1"));
        _host.Server.Faults.DropAnswer(path: PayoutPath);
        await _host.NowPayments.CreatePayout(Request("w-2"));
        await _host.NowPayments.FindPayout("w-2", DateTimeOffset.UtcNow.AddDays(-1)).Done();

        var options = _host.Server.Options;
        string[] secrets =
            [options.ApiKey, options.IpnSecret, options.Password, "token-", "T-address"];
        Assert.NotEmpty(_host.Logs.Lines);
        Assert.All(_host.Logs.Lines, line =>
            Assert.DoesNotContain(secrets, s => line.Contains(s, StringComparison.Ordinal)));
    }

    private Task<Payment> CreatePayment() =>
        _host.NowPayments.CreatePayment(
            new PaymentRequest(Money.Of("25", "USD"), _host.Coin("btc"), "order-1")).Done();

    private PayoutRequest Request(string externalId) =>
        new(externalId, _host.Coin("usdttrc20"), Money.Of("5", "USDT"), "T-address");
}
