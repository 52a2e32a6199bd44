using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Grains.Processes;

namespace OrleansWallet.Grains.Payments;

/// <summary>Makes the withdrawals' calls at the payout provider; passes on all others.</summary>
public sealed class PayoutCalls(IPayoutProvider payouts, IOutsideCalls others) : IOutsideCalls
{
    public async ValueTask<OutsideAnswer?> Make(
        OutsideCall call, CancellationToken cancellationToken) => call switch
        {
            PayoutCall { FirstTime: true } payout => await payouts.Send(payout, cancellationToken),
            PayoutCall payout => await payouts.Ask(payout, cancellationToken),
            _ => await others.Make(call, cancellationToken),
        };
}
