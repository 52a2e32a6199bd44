namespace OrleansWallet.Domain.Trades;

/// <summary>Where an offer is.</summary>
public enum OfferStatus
{
    /// <summary>Only its owner sees it.</summary>
    Draft = 1,
    Live,
    Paused,

    /// <summary>Less is left than one trade's minimum; live again when a reservation is freed.</summary>
    Exhausted,

    /// <summary>For ever.</summary>
    Closed,
}
