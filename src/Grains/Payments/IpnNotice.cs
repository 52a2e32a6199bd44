using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Grains.Payments;

/// <summary>A provider's news. They come more than once and in any order. Closed: the nested
/// records are all.</summary>
public abstract record IpnNotice
{
    private IpnNotice()
    {
    }

    /// <summary>Of a deposit.</summary>
    /// <param name="PaymentId">Of 1 to 128 characters of an id.</param>
    /// <param name="Status">The provider's word, e.g. <c>partially_paid</c>.</param>
    /// <param name="PayCurrency">The provider's code of what was paid.</param>
    /// <param name="Currency">The grid's currency of it; null when it has none.</param>
    /// <param name="ActuallyPaid">What was paid, digit by digit as it was written.</param>
    public sealed record OfPayment(
        string PaymentId, string Status, string PayCurrency, Currency? Currency,
        string? ActuallyPaid) : IpnNotice
    {
        /// <summary>The payment that this one follows at the same address.</summary>
        public string? ParentPaymentId { get; init; }

        public string? OrderId { get; init; }

        public string? PayAddress { get; init; }

        public int? Confirmations { get; init; }

        /// <summary>What it says to the deposit; null when its status is not known.</summary>
        /// <param name="owner">Whose payment it is; null when that is not known.</param>
        public DepositNews? ToNews(WalletId? owner) =>
            DepositNames.Parse(Status) is { } status
                ? new DepositNews(status, PayCurrency, ActuallyPaid, Currency, Paid(), owner)
                {
                    PayAddress = PayAddress,
                    ParentPaymentId = ParentPaymentId,
                    OrderId = OrderId,
                    Confirmations = Confirmations,
                }
                : null;

        private Amount? Paid() =>
            Currency is { } currency && ActuallyPaid is { } text
            && Amount.TryParse(text, currency, out var amount) == AmountError.None
                ? amount
                : null;
    }

    /// <summary>Of a payout.</summary>
    /// <param name="PayoutId">As <see cref="PayoutAnswer.Sent"/> named it.</param>
    /// <param name="Outcome">What became of it.</param>
    /// <param name="Detail">The provider's own words.</param>
    public sealed record OfPayout(string PayoutId, PayoutOutcome Outcome, string? Detail)
        : IpnNotice;
}
