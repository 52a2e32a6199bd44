using OrleansWallet.Providers.NowPayments;
using OrleansWallet.ProviderSimulator;

namespace OrleansWallet.Providers.Tests.NowPayments;

/// <summary>Callbacks of the simulator, taken over HTTP.</summary>
public sealed class CallbackTests : IAsyncLifetime
{
    private readonly IpnReceiver _receiver = new(new ProviderServerOptions().IpnSecret);
    private ProviderHost _host = null!;

    public async Task InitializeAsync()
    {
        await _receiver.Start();
        _host = await ProviderHost.Start(
            null, ("NowPayments:IpnCallbackUrl", _receiver.Url.AbsoluteUri));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Payment_WhenPaid_TellsEachStepOnce()
    {
        var payment = await Create();
        await _host.Server.NowPayments.Pay(payment.Id, "0.00025");

        Assert.Equal(
            [
                PaymentStatus.Confirming, PaymentStatus.Confirmed, PaymentStatus.Sending,
                PaymentStatus.Finished,
            ],
            _receiver.Payments.Select(p => p.Status));
        Assert.All(_receiver.Payments, p => Assert.Equal(payment.Id, p.Id));
        Assert.All(_receiver.Payments, p => Assert.Equal("order-é<+😀", p.OrderId));
        Assert.Equal("0.00025", _receiver.Payments.Last().ActuallyPaid.ToString());
    }

    [Fact]
    public async Task Payment_WhenPaidInPart_TellsWhatCame()
    {
        var payment = await Create();
        await _host.Server.NowPayments.Pay(payment.Id, "1e-7");

        var last = _receiver.Payments.Last();
        Assert.Equal(PaymentStatus.PartiallyPaid, last.Status);
        Assert.Equal("0.0000001", last.ActuallyPaid.ToString());
    }

    [Fact]
    public async Task Callbacks_WhenRepeatedAndReordered_AreTheSameNews()
    {
        var ipns = _host.Server.NowPayments.Ipns;
        (ipns.Hold, ipns.Copies) = (true, 2);
        var payment = await Create();
        await _host.Server.NowPayments.Pay(payment.Id, "0.00025");
        Assert.Empty(_receiver.Taken);

        await ipns.Release(reversed: true);
        await ipns.Resend(ipns.Sent[0]);

        Assert.Equal(9, _receiver.Taken.Count);
        Assert.Equal(PaymentStatus.Finished, _receiver.Payments.First().Status);
        Assert.Equal(_receiver.Taken[0], _receiver.Taken[1]);
        Assert.Equal(_receiver.Taken[0], _receiver.Taken[8]);
        Assert.Equal(PaymentStatus.Confirming, _receiver.Payments.ElementAt(7).Status);
    }

    [Fact]
    public async Task Callback_WithAWrongSignature_IsTurnedAway()
    {
        _host.Server.NowPayments.Ipns.WrongSignature = true;
        var payment = await Create();
        await _host.Server.NowPayments.Tell(payment.Id, "finished");

        Assert.Empty(_receiver.Taken);
        Assert.Equal(401, Assert.Single(_host.Server.NowPayments.Ipns.Sent).Status);
    }

    [Fact]
    public async Task Redeposit_InAnotherCoin_IsAPaymentOfItsOwn()
    {
        var payment = await Create();
        await _host.Server.NowPayments.Redeposit(payment.Id, "12.5", coin: "usdtbsc");

        var again = Assert.Single(_receiver.Payments);
        Assert.NotEqual(payment.Id, again.Id);
        Assert.Equal(payment.Id, again.ParentId);
        Assert.Equal(("usdtbsc", "12.5"), (again.PayCurrency, again.ActuallyPaid.ToString()));
        Assert.Equal(payment.OrderId, again.OrderId);
    }

    [Fact]
    public async Task Status_WhenNotKnown_IsTakenAllTheSame()
    {
        var payment = await Create();
        await _host.Server.NowPayments.Tell(payment.Id, "on_hold");

        Assert.Equal("on_hold", Assert.Single(_receiver.Payments).StatusText);
    }

    [Fact]
    public async Task Payout_WhenItMoves_IsTold()
    {
        var payout = await _host.NowPayments.CreatePayout(new PayoutRequest(
            "w-1", _host.Coin("usdttrc20"), Money.Of("5", "USDT"), "T-address")).Done();
        await _host.Server.NowPayments.MovePayout(payout.Id, "SENDING");
        await _host.Server.NowPayments.MovePayout(payout.Id, "FINISHED", hash: "0xabc");

        var told = _receiver.Taken.OfType<IpnMessage.OfPayout>().Select(m => m.Payout).ToList();
        Assert.Equal(
            [PayoutStatus.Sending, PayoutStatus.Finished], told.Select(p => p.Status));
        Assert.Equal((payout.Id, payout.BatchId), (told[1].Id, told[1].BatchId));
        Assert.Equal("0xabc", told[1].TransactionHash);
    }

    private Task<Payment> Create() =>
        _host.NowPayments.CreatePayment(new PaymentRequest(
            Money.Of("25", "USD"), _host.Coin("btc"), "order-é<+😀")).Done();
}
