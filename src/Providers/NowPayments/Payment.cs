using OrleansWallet.Providers.Json;

namespace OrleansWallet.Providers.NowPayments;

/// <summary>A deposit as NOWPayments tells it: on creation, when asked, and in callbacks.</summary>
/// <remarks>
/// What to credit is <see cref="ActuallyPaid"/> in <see cref="PayCurrency"/>, once a
/// <see cref="Id"/>: neither the price nor the amount asked for, and whatever was ordered. A later
/// deposit to the same address is a payment of its own, with <see cref="ParentId"/> set.
/// </remarks>
public sealed record Payment
{
    /// <summary>The provider's <c>payment_id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The payment whose address was paid again; null for the first.</summary>
    public string? ParentId { get; init; }

    public PaymentStatus Status { get; init; }

    /// <summary>The status as it was written.</summary>
    public required string StatusText { get; init; }

    /// <summary>The provider's code of the coin that is paid: <see cref="Coins.TryGet"/>.</summary>
    public string? PayCurrency { get; init; }

    /// <summary>What the payer was asked for.</summary>
    public ExactDecimal? PayAmount { get; init; }

    /// <summary>What came, in <see cref="PayCurrency"/>.</summary>
    public ExactDecimal? ActuallyPaid { get; init; }

    public string? PayAddress { get; init; }

    /// <summary>Memo or destination tag without which a payment is not recognised.</summary>
    public string? PayExtraId { get; init; }

    /// <summary>The provider's name of the network.</summary>
    public string? Network { get; init; }

    public string? PriceCurrency { get; init; }

    public ExactDecimal? PriceAmount { get; init; }

    /// <summary>The caller's own id, as given on creation.</summary>
    public string? OrderId { get; init; }

    public string? PurchaseId { get; init; }

    /// <summary>What the merchant gets after fees and conversion.</summary>
    public ExactDecimal? OutcomeAmount { get; init; }

    public string? OutcomeCurrency { get; init; }

    /// <summary>Until when the payer should pay.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The provider has the money: the statuses that may be credited.</summary>
    public bool HasArrived => Status is PaymentStatus.Finished or PaymentStatus.PartiallyPaid;
}
