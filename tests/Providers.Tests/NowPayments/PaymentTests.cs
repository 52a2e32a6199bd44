using OrleansWallet.Providers.NowPayments;

namespace OrleansWallet.Providers.Tests.NowPayments;

public sealed class PaymentTests : IAsyncLifetime
{
    private ProviderHost _host = null!;

    public async Task InitializeAsync() => _host = await ProviderHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Payment_WhenCreated_HasAnAddressAndAnAmount()
    {
        var payment = await Create("25.50", "USD", "btc");

        Assert.Equal(PaymentStatus.Waiting, payment.Status);
        Assert.NotNull(payment.PayAddress);
        Assert.Equal("btc", payment.PayCurrency);
        Assert.Equal("0.000255", payment.PayAmount.ToString());
        Assert.Equal("order-1", payment.OrderId);
        Assert.True(payment.ExpiresAt > DateTimeOffset.UtcNow);
        var sent = Assert.Single(_host.Server.NowPayments.Payments);
        Assert.Equal(("25.5", "usd"), (sent.PriceAmount, sent.PriceCurrency));
    }

    [Theory]
    [InlineData("0.000000000000000001", "ETH", "eth", "0.000000000000000001")]
    [InlineData("123456789.123456", "USDT", "usdterc20", "123456789.123456")]
    public async Task Price_WhenInTheCoinItself_IsSentDigitByDigit(
        string price, string currency, string coin, string digits)
    {
        await Create(price, currency, coin);

        var sent = Assert.Single(_host.Server.NowPayments.Payments);
        Assert.Equal((digits, coin), (sent.PriceAmount, sent.PriceCurrency));
    }

    [Fact]
    public async Task Payment_WhenAskedFor_TellsWhatWasPaid()
    {
        var payment = await Create("25", "USD", "eth");
        await _host.Server.NowPayments.Pay(payment.Id, "0.001000000000000001");

        var told = await _host.NowPayments.GetPayment(payment.Id).Done();

        Assert.Equal(payment.Id, told.Id);
        Assert.Equal(PaymentStatus.PartiallyPaid, told.Status);
        Assert.Equal("0.001000000000000001", told.ActuallyPaid.ToString());
    }

    [Fact]
    public async Task Payment_WhenUnknown_IsNotFound() =>
        Assert.Equal(
            ProviderRefusals.NotFound, (await _host.NowPayments.GetPayment("1")).RefusedCode());

    [Fact]
    public async Task Payment_WhenTheCoinIsNotOffered_IsRefusedWithTheProvidersCode()
    {
        var request = new PaymentRequest(
            Money.Of("1", "USD"), new Coin("xyz", "XYZ", "XYZ"), "order-1");

        Assert.Equal(
            "BAD_REQUEST", (await _host.NowPayments.CreatePayment(request)).RefusedCode());
    }

    [Fact]
    public async Task Payment_OfNothing_IsRefusedWithoutACall()
    {
        var request = new PaymentRequest(Money.Of("0", "USD"), _host.Coin("btc"), "order-1");

        Assert.Equal(
            ProviderRefusals.InvalidAmount,
            (await _host.NowPayments.CreatePayment(request)).RefusedCode());
        Assert.Equal(0, _host.Server.Calls["POST /v1/payment"]);
    }

    [Fact]
    public async Task Minimum_WhenAskedFor_IsExact()
    {
        _host.Server.NowPayments.Minimums["eth"] = "7.8999e-3";

        Assert.Equal(
            "0.0078999", (await _host.NowPayments.GetMinimum(_host.Coin("eth")).Done()).ToString());
    }

    [Fact]
    public async Task Calls_WithAWrongKey_AreUnavailable()
    {
        await using var host = await ProviderHost.Start(settings: ("NowPayments:ApiKey", "wrong"));

        Assert.Equal(
            "credentials not accepted",
            (await host.NowPayments.GetPayment("1")).Unavailable().Reason);
    }

    [Fact]
    public async Task Calls_WithoutAKey_AreUnavailableAndNotSent()
    {
        await using var host = await ProviderHost.Start(settings: ("NowPayments:ApiKey", ""));
        var request = new PaymentRequest(Money.Of("1", "USD"), host.Coin("btc"), "order-1");

        var created = await host.NowPayments.CreatePayment(request);
        var read = await host.NowPayments.GetPayment("1");

        Assert.Equal("not configured", created.Unavailable().Reason);
        Assert.Equal("not configured", read.Unavailable().Reason);
        Assert.Empty(host.Server.Calls.All);
    }

    private Task<Payment> Create(string price, string currency, string coin) =>
        _host.NowPayments.CreatePayment(new PaymentRequest(
            Money.Of(price, currency), _host.Coin(coin), "order-1")).Done();
}
