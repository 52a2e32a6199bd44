namespace OrleansWallet.Providers.NowPayments;

/// <summary>How far a payout is. The order is that of the provider's steps.</summary>
public enum PayoutStatus
{
    /// <summary>A status that this library does not know; <see cref="Payout.StatusText"/> is it.
    /// </summary>
    Unknown,

    /// <summary>Not confirmed by a code yet; without one, rejected after an hour.</summary>
    Creating,
    Waiting,
    Processing,
    Sending,

    /// <summary>On the chain: <see cref="Payout.TransactionHash"/>.</summary>
    Finished,

    /// <summary>Not final: the provider may process it later. Never make another in its place.
    /// </summary>
    Failed,

    /// <summary>Final: nothing is sent.</summary>
    Rejected,
}
