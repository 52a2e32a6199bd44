namespace OrleansWallet.Domain.Exchange;

/// <summary>Where an order is. Those that end in -ing are intentions: a wallet decides next.</summary>
public enum OrderStatus
{
    /// <summary>The rate holds until the quote expires; no money has moved.</summary>
    Quoted = 1,

    /// <summary>Locks what the user is to get at the liquidity.</summary>
    Reserving,

    /// <summary>Locks what the user pays and takes it, but for the fee.</summary>
    Taking,

    /// <summary>Gives the user his side, then takes the fee.</summary>
    Giving,
    Completed,

    /// <summary>Gives back what was taken: the user's wallet did not take his side.</summary>
    Returning,

    /// <summary>Unlocks what is locked.</summary>
    Unreserving,

    /// <summary>Nothing of it stayed.</summary>
    Refused,

    /// <summary>A quote that nobody executed.</summary>
    Expired,
}
