using Microsoft.Extensions.Options;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Providers;
using OrleansWallet.Providers.Json;
using OrleansWallet.Providers.NowPayments;

namespace OrleansWallet.Server.Payments;

/// <summary>Deposits by NOWPayments.</summary>
internal sealed class NowPaymentsDeposits(
    INowPayments provider, Coins coins, IOptions<NowPaymentsOptions> options,
    CurrencyRegistry currencies) : IPaymentProvider
{
    public bool IsConfigured => options.Value.IsConfigured;

    public async ValueTask<PaymentOffer> CreatePayment(
        Currency currency, Amount? amount, string orderId, CancellationToken cancellationToken)
    {
        if (!coins.TryFind(currency.Code, null, out var coin))
        {
            return new PaymentOffer.Refused($"{currency.Code} can't be deposited");
        }

        // The provider wants a sum; whoever names none may send any from the least one on.
        if (amount is not { } price)
        {
            var least = await provider.GetMinimum(coin, cancellationToken);
            if (least is not ProviderResult<ExactDecimal>.Done { Value: var minimum }
                || minimum.TryFloor(currency, out var floor) != AmountError.None)
            {
                return least is ProviderResult<ExactDecimal>.Refused no
                    ? new PaymentOffer.Refused(no.Code)
                    : new PaymentOffer.Unavailable();
            }

            price = new Amount(floor.Minor + 1, currency);
        }

        return await provider.CreatePayment(
            new PaymentRequest(price, coin, orderId), cancellationToken) switch
        {
            ProviderResult<Payment>.Done { Value: { PayAddress: { } address } payment } =>
                new PaymentOffer.Created(
                    payment.Id, address, payment.PayCurrency ?? coin.Code,
                    payment.PayAmount?.ToString(), payment.ExpiresAt),
            ProviderResult<Payment>.Refused refused => new PaymentOffer.Refused(refused.Code),
            _ => new PaymentOffer.Unavailable(),
        };
    }

    public async ValueTask<IpnNotice.OfPayment?> FindPayment(
        string paymentId, CancellationToken cancellationToken) =>
        await provider.GetPayment(paymentId, cancellationToken)
            is ProviderResult<Payment>.Done { Value: var payment } && payment.Id == paymentId
            ? Read(payment)
            : null;

    public bool VerifyIpn(ReadOnlySpan<byte> rawBody, string? signature) =>
        IpnSignature.Verify(rawBody, signature, options.Value.IpnSecret);

    public IpnNotice? ParseIpn(ReadOnlyMemory<byte> rawBody) =>
        IpnMessage.TryParse(rawBody, out var message, out _)
            ? message switch
            {
                IpnMessage.OfPayment(var payment) => Read(payment),
                IpnMessage.OfPayout(var payout) => new IpnNotice.OfPayout(
                    payout.Id, NowPaymentsPayouts.OutcomeOf(payout.Status),
                    payout.Error ?? payout.StatusText),
                _ => null,
            }
            : null;

    public Currency? FindCurrency(string payCurrency) =>
        coins.TryGet(payCurrency, out var coin)
        && currencies.TryGet(coin.Currency, out var currency)
            ? currency
            : null;

    private IpnNotice.OfPayment? Read(Payment payment)
    {
        if (!IdText.IsValid(payment.Id))
        {
            return null;
        }

        var currency = payment.PayCurrency is { } code ? FindCurrency(code) : null;
        return new IpnNotice.OfPayment(
            payment.Id, payment.StatusText, payment.PayCurrency ?? "", currency,
            Paid(payment.ActuallyPaid, currency))
        {
            ParentPaymentId = payment.ParentId,
            OrderId = payment.OrderId,
            PayAddress = payment.PayAddress,
        };
    }

    // What is paid beyond the currency's scale can't be credited.
    private static string? Paid(ExactDecimal? paid, Currency? currency) =>
        paid is { } exact && currency is not null
        && exact.TryFloor(currency, out var amount) == AmountError.None
            ? amount.ToString()
            : paid?.ToString();
}
