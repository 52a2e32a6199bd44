namespace OrleansWallet.Domain.Deposits;

/// <summary>The platform's terms for deposits.</summary>
public sealed record DepositTerms
{
    /// <summary>
    /// Credit as soon as the provider says <c>confirmed</c>; else when it says <c>finished</c> or
    /// <c>partially_paid</c>, after which the sum does not change. Default false.
    /// </summary>
    public bool CreditWhenConfirmed { get; init; }

    public bool IsCreditable(DepositStatus status) => status switch
    {
        DepositStatus.Finished or DepositStatus.PartiallyPaid => true,
        DepositStatus.Confirmed or DepositStatus.Sending => CreditWhenConfirmed,
        _ => false,
    };
}
