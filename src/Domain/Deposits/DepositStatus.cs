namespace OrleansWallet.Domain.Deposits;

/// <summary>
/// What the provider says of a payment. The numbers are ranks: news only move it to a higher one,
/// since they come in any order.
/// </summary>
public enum DepositStatus
{
    Waiting = 1,
    Confirming = 2,
    Confirmed = 3,
    Sending = 4,

    /// <summary>Nobody paid in time; money that comes later still counts.</summary>
    Expired = 5,
    Failed = 6,

    /// <summary>Less was paid than asked for; what was paid is there.</summary>
    PartiallyPaid = 7,
    Finished = 8,

    /// <summary>The provider gave the money back.</summary>
    Refunded = 9,
}
