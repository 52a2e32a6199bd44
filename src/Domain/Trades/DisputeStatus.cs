namespace OrleansWallet.Domain.Trades;

/// <summary>The second axis of a trade.</summary>
public enum DisputeStatus
{
    None = 0,
    Open,

    /// <summary>An admin has taken it up.</summary>
    UnderReview,
    Decided,
}
