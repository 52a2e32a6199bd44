using OrleansWallet.Domain.Money;

namespace OrleansWallet.Grains.Payments;

/// <summary>No account at a provider: nothing is offered, nothing is believed.</summary>
public sealed class NoPaymentProvider : IPaymentProvider
{
    public bool IsConfigured => false;

    public ValueTask<PaymentOffer> CreatePayment(
        Currency currency, Amount? amount, string orderId, CancellationToken cancellationToken) =>
        new(new PaymentOffer.Unavailable());

    public ValueTask<IpnNotice.OfPayment?> FindPayment(
        string paymentId, CancellationToken cancellationToken) => new((IpnNotice.OfPayment?)null);

    public bool VerifyIpn(ReadOnlySpan<byte> rawBody, string? signature) => false;

    public IpnNotice? ParseIpn(ReadOnlyMemory<byte> rawBody) => null;

    public Currency? FindCurrency(string payCurrency) => null;
}
