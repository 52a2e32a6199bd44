namespace OrleansWallet.Providers.NowPayments;

/// <summary>How far a deposit is. The order is that of the provider's steps.</summary>
public enum PaymentStatus
{
    /// <summary>A status that this library does not know; <see cref="Payment.StatusText"/> is it.
    /// </summary>
    Unknown,
    Waiting,

    /// <summary>Seen on the chain, without enough confirmations.</summary>
    Confirming,
    Confirmed,

    /// <summary>On its way from the provider to the merchant's account.</summary>
    Sending,

    /// <summary>The money arrived, less than asked for.</summary>
    PartiallyPaid,

    /// <summary>The money arrived.</summary>
    Finished,
    Failed,
    Refunded,

    /// <summary>Nobody paid within 7 days, or 20 minutes at a fixed rate. Money may still come.
    /// </summary>
    Expired,
    Cancelled,
}
