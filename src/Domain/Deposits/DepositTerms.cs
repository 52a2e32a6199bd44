namespace OrleansWallet.Domain.Deposits;

/// <summary>The platform's terms for deposits.</summary>
public sealed record DepositTerms
{
    /// <summary>
    /// Credit as soon as the provider says <c>confirmed</c>; else when it says <c>finished</c> or
    /// <c>partially_paid</c>, after which the sum does not change. Default false.
    /// </summary>
    public bool CreditWhenConfirmed { get; init; }

    /// <summary>
    /// How long nothing may be heard of a payment that is not over before the provider is asked;
    /// doubles each time. Zero: never. Default 15 minutes.
    /// </summary>
    public TimeSpan AskAfter { get; init; } = TimeSpan.FromMinutes(15);

    public bool IsCreditable(DepositStatus status) => status switch
    {
        DepositStatus.Finished or DepositStatus.PartiallyPaid => true,
        DepositStatus.Confirmed or DepositStatus.Sending => CreditWhenConfirmed,
        _ => false,
    };
}
