using System.Text;
using OrleansWallet.Domain.Money;
using OrleansWallet.Providers.NowPayments;

namespace OrleansWallet.Providers.Tests.NowPayments;

public sealed class IpnMessageTests
{
    private const string Deposit =
        """
        {"payment_id":123456789,"parent_payment_id":987654321,"invoice_id":null,
         "payment_status":"finished","pay_address":"address","payin_extra_id":null,
         "price_amount":1,"price_currency":"usd","pay_amount":15,"actually_paid":15.000001,
         "actually_paid_at_fiat":0,"pay_currency":"trx","order_id":"d-7",
         "order_description":null,"purchase_id":"123456789","outcome_amount":14.8106,
         "outcome_currency":"trx","payment_extra_ids":null,
         "fee":{"currency":"btc","depositFee":0.09853637216235617,"withdrawalFee":0}}
        """;

    private const string Withdrawal =
        """
        {"id":"123456789","batch_withdrawal_id":"987654321","status":"CREATING","error":null,
         "currency":"usdttrc20","amount":"50","address":"address","fee":null,"extra_id":null,
         "hash":null,"ipn_callback_url":"callback_url","created_at":"2023-07-27T15:29:40.803Z",
         "requested_at":null,"updated_at":null}
        """;

    [Fact]
    public void Deposit_WhenTold_IsReadExactly()
    {
        var payment = ReadPayment(Deposit);

        Assert.Equal("123456789", payment.Id);
        Assert.Equal("987654321", payment.ParentId);
        Assert.Equal(PaymentStatus.Finished, payment.Status);
        Assert.True(payment.HasArrived);
        Assert.Equal("trx", payment.PayCurrency);
        Assert.Equal("15", payment.PayAmount.ToString());
        Assert.Equal("15.000001", payment.ActuallyPaid.ToString());
        Assert.Equal("d-7", payment.OrderId);
        Assert.Equal("14.8106", payment.OutcomeAmount.ToString());
        Assert.Null(payment.PayExtraId);
    }

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("\"0.1\"", "0.1")]
    [InlineData("1e-18", "0.000000000000000001")]
    [InlineData("\"1E-18\"", "0.000000000000000001")]
    [InlineData("9007199254740993.000000000000000001", "9007199254740993.000000000000000001")]
    public void Amount_WhenStringOrNumber_NeverGoesThroughADouble(string raw, string exact)
    {
        var payment = ReadPayment(
            $$"""{"payment_id":"1","payment_status":"finished","actually_paid":{{raw}}}""");

        Assert.Equal(exact, payment.ActuallyPaid.ToString());
        Assert.Equal(
            AmountError.None,
            payment.ActuallyPaid!.Value.TryExact(CurrencyRegistry.Default["ETH"], out var amount));
        Assert.Equal(Money.Of(exact, "ETH"), amount);
    }

    [Theory]
    [InlineData("waiting", PaymentStatus.Waiting)]
    [InlineData("FINISHED", PaymentStatus.Finished)]
    [InlineData("partially_paid", PaymentStatus.PartiallyPaid)]
    [InlineData("cancelled", PaymentStatus.Cancelled)]
    [InlineData("canceled", PaymentStatus.Cancelled)]
    [InlineData("wrong_asset_confirmed", PaymentStatus.Unknown)]
    public void Status_WhenKnownOrNot_IsKeptAsWritten(string text, PaymentStatus status)
    {
        var payment = ReadPayment($$"""{"payment_id":1,"payment_status":"{{text}}"}""");

        Assert.Equal(status, payment.Status);
        Assert.Equal(text, payment.StatusText);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("\"\"")]
    public void Parent_WhenNone_IsNull(string raw) =>
        Assert.Null(ReadPayment(
            $$"""{"payment_id":1,"payment_status":"waiting","parent_payment_id":{{raw}}}""")
            .ParentId);

    [Fact]
    public void Withdrawal_WhenTold_IsRead()
    {
        var payout = ReadPayout(Withdrawal);

        Assert.Equal("123456789", payout.Id);
        Assert.Equal("987654321", payout.BatchId);
        Assert.Equal(PayoutStatus.Creating, payout.Status);
        Assert.Equal("50", payout.Amount.ToString());
        Assert.Equal(
            new DateTimeOffset(2023, 7, 27, 15, 29, 40, 803, TimeSpan.Zero), payout.CreatedAt);
    }

    [Theory]
    [InlineData("FINISHED", PayoutStatus.Finished)]
    [InlineData("rejected", PayoutStatus.Rejected)]
    [InlineData("Failed", PayoutStatus.Failed)]
    [InlineData("ON_HOLD", PayoutStatus.Unknown)]
    public void WithdrawalStatus_WhenInAnyCase_IsRead(string text, PayoutStatus status) =>
        Assert.Equal(
            status,
            ReadPayout(Withdrawal.Replace("CREATING", text, StringComparison.Ordinal)).Status);

    [Theory]
    [InlineData("", "not JSON, or a name twice")]
    [InlineData("[]", "not an object")]
    [InlineData("{}", "payment_id and batch_withdrawal_id are missing")]
    [InlineData("""{"payment_id":1}""", "payment_status is missing")]
    [InlineData("""{"payment_id":{},"payment_status":"x"}""", "payment_id is neither a string nor a number")]
    [InlineData("""{"payment_id":1,"payment_status":"x","actually_paid":"1,5"}""", "actually_paid is not a number")]
    [InlineData("""{"payment_id":1,"payment_status":"x","actually_paid":1,"actually_paid":2}""", "not JSON, or a name twice")]
    [InlineData("""{"payment_id":"\ud800","payment_status":"x"}""", "payment_id is not valid text")]
    [InlineData("""{"batch_withdrawal_id":1,"status":"x"}""", "id is missing")]
    public void Message_WhenBroken_NamesTheField(string body, string error)
    {
        Assert.False(
            IpnMessage.TryParse(Encoding.UTF8.GetBytes(body), out var message, out var why));
        Assert.Null(message);
        Assert.Equal(error, why);
    }

    private static Payment ReadPayment(string body) =>
        Assert.IsType<IpnMessage.OfPayment>(Read(body)).Payment;

    private static Payout ReadPayout(string body) =>
        Assert.IsType<IpnMessage.OfPayout>(Read(body)).Payout;

    private static IpnMessage Read(string body)
    {
        Assert.True(
            IpnMessage.TryParse(Encoding.UTF8.GetBytes(body), out var message, out var error),
            error);
        return message;
    }
}
