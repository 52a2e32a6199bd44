using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Grains.Payments;

/// <summary>No account that could pay: approved withdrawals go to review.</summary>
public sealed class NoPayoutProvider : IPayoutProvider
{
    private const string Reason = "no payout provider is configured";

    public ValueTask<PayoutAnswer?> Send(PayoutCall call, CancellationToken cancellationToken) =>
        new(new PayoutAnswer.Refused(Reason));

    public ValueTask<PayoutAnswer?> Ask(PayoutCall call, CancellationToken cancellationToken) =>
        new(new PayoutAnswer.Unclear(Reason));
}
