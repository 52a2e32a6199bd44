using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Outside;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>
/// A payout is asked for after its approval is committed, and again only once every earlier one
/// has certainly failed; so nobody is paid twice.
/// </summary>
internal sealed class PayoutAudit(WithdrawalAudit withdrawals, SimScheduler scheduler)
{
    /// <summary>The withdrawal whose payout it is; attempts have numbers behind a dash.</summary>
    public static ProcessId WithdrawalOf(PayoutCall call) =>
        new(ProcessKind.Withdrawal, call.ExternalId.Split('-')[0]);

    /// <summary>The grid asks the provider to pay.</summary>
    public void Sending(SimPayout payout)
    {
        var call = payout.Call;
        var id = WithdrawalOf(call).Value;
        scheduler.Trace.Event(scheduler.Now, id, () => $"sends {payout.PayoutId} as {call.ExternalId}");
        if (withdrawals.Find(id) is not { Status: "paying" } withdrawal)
        {
            throw new BreachException(
                "intention before command", $"{id}: a payout while it is not being paid", [id]);
        }

        if (call.Amount.Minor != withdrawal.Amount || call.Address != withdrawal.Asked.Address
            || !call.Amount.Currency.Equals(withdrawal.Asked.Amount.Currency))
        {
            throw Breach(id, $"{call} is not what was asked for");
        }

        foreach (var earlier in withdrawal.Payouts)
        {
            if (earlier.Call.ExternalId == call.ExternalId)
            {
                throw Breach(id, $"{call.ExternalId} is sent again");
            }

            if (ModelWithdrawal.IsAlive(earlier) && !earlier.TurnedAround)
            {
                throw Breach(
                    id, $"{call.ExternalId} is sent while {earlier.Call.ExternalId} is {earlier.Fate}");
            }
        }

        withdrawal.Payouts.Add(payout);
    }

    /// <summary>The provider has paid.</summary>
    public void Paid(SimPayout payout)
    {
        var id = WithdrawalOf(payout.Call).Value;
        scheduler.Trace.Event(scheduler.Now, id, () => $"{payout.PayoutId} is paid");
        var paid = withdrawals.Find(id)!.Payouts
            .Count(p => p is { Fate: PayoutFate.Finished, TurnedAround: false });
        if (paid > 1)
        {
            throw Breach(id, "it is paid twice");
        }
    }

    private static BreachException Breach(string id, string what) =>
        new("payouts", $"{id}: {what}", [id]);
}
