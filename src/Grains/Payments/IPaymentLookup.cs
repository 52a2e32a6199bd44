namespace OrleansWallet.Grains.Payments;

/// <summary>Tells where payments are. Thread-safe.</summary>
public interface IPaymentLookup
{
    /// <summary>What the provider would say of the payment in a message of now.</summary>
    /// <returns>Null when it can't be asked now, or does not know it: it may be asked again.
    /// </returns>
    ValueTask<IpnNotice.OfPayment?> FindPayment(
        string paymentId, CancellationToken cancellationToken);
}
