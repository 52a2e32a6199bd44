namespace OrleansWallet.Domain.Trades;

/// <summary>Where a trade is. Those that end in -ing are intentions: a wallet decides next.</summary>
public enum TradeStatus
{
    /// <summary>Reserves its amount of the offer.</summary>
    Requested = 1,

    /// <summary>Locks the seller's amount.</summary>
    Escrowing,

    /// <summary>Waits for the buyer's payment.</summary>
    Escrowed,

    /// <summary>The buyer says that it is paid.</summary>
    Paid,

    /// <summary>Pays the buyer, then the fee.</summary>
    Releasing,
    Completed,

    /// <summary>Gives the escrow back to the seller.</summary>
    Cancelling,
    Cancelled,

    /// <summary>Gives the escrow back since nobody paid in time.</summary>
    Expiring,
    Expired,

    /// <summary>Never began: the offer or the seller's wallet refused.</summary>
    Rejected,
}
