using OrleansWallet.Domain.Money;

namespace OrleansWallet.Grains.Payments;

/// <summary>Takes in deposits: NOWPayments, as the grid needs it. Thread-safe.</summary>
public interface IPaymentProvider : IPaymentLookup
{
    /// <summary>False without an account: then nothing is asked of it.</summary>
    bool IsConfigured { get; }

    /// <summary>Opens a payment and gives the address to pay to.</summary>
    /// <param name="currency">What is to be paid.</param>
    /// <param name="amount">How much; null for any sum.</param>
    /// <param name="orderId">Our name for the request; the provider's news carry it.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    ValueTask<PaymentOffer> CreatePayment(
        Currency currency, Amount? amount, string orderId, CancellationToken cancellationToken);

    /// <summary>Whether the body is the provider's own.</summary>
    /// <param name="rawBody">The bytes as received.</param>
    /// <param name="signature">The header <c>x-nowpayments-sig</c>; null when there was none.</param>
    bool VerifyIpn(ReadOnlySpan<byte> rawBody, string? signature);

    /// <summary>Reads the provider's news; null when they are none that can be read.</summary>
    IpnNotice? ParseIpn(ReadOnlyMemory<byte> rawBody);

    /// <summary>The grid's currency of a provider's code; null when it has none.</summary>
    Currency? FindCurrency(string payCurrency);
}
