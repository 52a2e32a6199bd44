namespace OrleansWallet.Grains.Payments;

/// <summary>What a provider says to a request for a payment. Closed: the nested records are all.
/// </summary>
public abstract record PaymentOffer
{
    private PaymentOffer()
    {
    }

    /// <param name="PaymentId">The provider's name for it.</param>
    /// <param name="PayAddress">Where to pay.</param>
    /// <param name="PayCurrency">The provider's code of what to pay.</param>
    /// <param name="PayAmount">How much; a decimal text. Null for any sum.</param>
    /// <param name="ExpiresAt">Until when; null when the provider does not say.</param>
    public sealed record Created(
        string PaymentId, string PayAddress, string PayCurrency, string? PayAmount,
        DateTimeOffset? ExpiresAt) : PaymentOffer;

    /// <summary>It will not take that, e.g. too small a sum.</summary>
    /// <param name="Reason">For people; no secrets.</param>
    public sealed record Refused(string Reason) : PaymentOffer;

    /// <summary>It can't be reached or is not configured; asking again does no harm.</summary>
    public sealed record Unavailable : PaymentOffer;
}
