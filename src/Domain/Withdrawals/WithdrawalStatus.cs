namespace OrleansWallet.Domain.Withdrawals;

/// <summary>Where a withdrawal is. Those that end in -ing are intentions: an answer decides next.
/// </summary>
public enum WithdrawalStatus
{
    /// <summary>Reserves its amount of the user's allowance.</summary>
    Requested = 1,

    /// <summary>Locks amount and fee.</summary>
    Locking,

    /// <summary>Waits for an admin.</summary>
    Pending,

    /// <summary>Approved: the provider is asked to pay it.</summary>
    Paying,

    /// <summary>The provider has taken it and says later how it ended.</summary>
    Sent,

    /// <summary>The provider paid: takes the amount out of the hold, then the fee.</summary>
    Finishing,
    Finished,

    /// <summary>Gives the hold back: an admin said no.</summary>
    Rejecting,
    Rejected,

    /// <summary>Gives the hold back: the user wants it no more.</summary>
    Cancelling,
    Cancelled,

    /// <summary>The payout failed, or nobody knows: an admin decides. Never paid again by
    /// itself.</summary>
    Review,

    /// <summary>Never began: the limits or the wallet refused.</summary>
    Refused,
}
