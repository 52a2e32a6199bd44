using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Grains.Payments;

/// <summary>Pays withdrawals out. Thread-safe.</summary>
public interface IPayoutProvider
{
    /// <summary>Sends the payout; it is asked so at most once an external id.</summary>
    /// <returns>
    /// <see cref="PayoutAnswer.Refused"/> only when it certainly was not and will not be paid.
    /// Null when the answer was lost: then <see cref="Ask"/> follows, never another send.
    /// </returns>
    ValueTask<PayoutAnswer?> Send(PayoutCall call, CancellationToken cancellationToken);

    /// <summary>What became of a payout, by its id or else by the external id. Sends nothing.</summary>
    /// <returns>
    /// <see cref="PayoutAnswer.Unclear"/> when the provider does not know it, or not for certain.
    /// Null when it can't be asked now: it is asked again.
    /// </returns>
    ValueTask<PayoutAnswer?> Ask(PayoutCall call, CancellationToken cancellationToken);
}
