using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;

namespace OrleansWallet.Domain.Deposits;

/// <summary>What the provider says of a payment.</summary>
/// <param name="Status">Where it is.</param>
/// <param name="PayCurrency">The provider's code of what was paid.</param>
/// <param name="ActuallyPaid">What was paid of it: the provider's own decimal text.</param>
/// <param name="Currency">The grid's currency; null when it has none of that code.</param>
/// <param name="Paid">What was paid; null when the text is no sum of that currency.</param>
/// <param name="Owner">Who asked for it, or for the payment that it follows; null for nobody.
/// </param>
public sealed record DepositNews(
    DepositStatus Status, string PayCurrency, string? ActuallyPaid, Currency? Currency,
    Amount? Paid, WalletId? Owner)
{
    public string? PayAddress { get; init; }

    /// <summary>The payment that this one follows at the same address.</summary>
    public string? ParentPaymentId { get; init; }

    public string? OrderId { get; init; }

    /// <summary>Of the chain; null when the provider does not say.</summary>
    public int? Confirmations { get; init; }
}
