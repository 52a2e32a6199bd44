using System.Globalization;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Simulation.Audit.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Store;
using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Outside;

/// <summary>
/// The provider that pays out: it pays whatever arrives, twice if it is asked twice. Its answers
/// may be lost or late, and a payout may fail, even after it was taken.
/// </summary>
internal sealed class SimPayouts(
    SimScheduler scheduler, FaultPlan faults, SimRandom random, SimNews news,
    SimProcessTable table, PayoutAudit audit) : IPayoutProvider
{
    private static readonly Actor _by = new("nowpayments", ActorRole.System);

    private readonly List<SimPayout> _taken = [];
    private int _number;

    /// <summary>Calls and payouts that have not come to their end.</summary>
    public int OpenCount { get; private set; }

    public ValueTask<PayoutAnswer?> Send(PayoutCall call, CancellationToken cancellationToken)
    {
        var payout = new SimPayout(
            call, string.Create(CultureInfo.InvariantCulture, $"po{++_number}"));
        audit.Sending(payout);
        return Call(() => Take(payout));
    }

    public ValueTask<PayoutAnswer?> Ask(PayoutCall call, CancellationToken cancellationToken) =>
        Call(() => Find(call));

    private PayoutAnswer? Take(SimPayout payout)
    {
        if (random.Below(10) == 0)
        {
            payout.Fate = PayoutFate.Refused;
            return new PayoutAnswer.Refused("not today");
        }

        payout.Fate = PayoutFate.Taken;
        _taken.Add(payout);
        Tell(payout, PayoutOutcome.Processing);
        var end = faults.Strikes(FaultKinds.Provider, 5)
            ? random.Between(1, 12_000)
            : random.Between(0.2, 300);
        var fails = random.Below(4) == 0;
        After(end, () => End(payout, fails ? PayoutFate.Failed : PayoutFate.Finished));
        return new PayoutAnswer.Sent(payout.PayoutId);
    }

    private void End(SimPayout payout, PayoutFate fate)
    {
        payout.Fate = fate;
        if (fate == PayoutFate.Finished)
        {
            audit.Paid(payout);
            Tell(payout, PayoutOutcome.Finished);
            return;
        }

        Tell(payout, PayoutOutcome.Failed);
        if (faults.Strikes(FaultKinds.Provider, 8))
        {
            payout.TurnedAround = true;
            After(random.Between(1, 5000), () => End(payout, PayoutFate.Finished));
        }
    }

    // By its id, or else by our name for it; the list may lag behind.
    private PayoutAnswer? Find(PayoutCall call)
    {
        var payout = _taken.Find(p => call.PayoutId is { } id
            ? p.PayoutId == id
            : p.Call.ExternalId == call.ExternalId);
        return payout is null || faults.Strikes(FaultKinds.Provider, 4)
            ? new PayoutAnswer.Unclear("it is not in the list")
            : payout.Fate switch
            {
                PayoutFate.Finished => new PayoutAnswer.Finished(payout.PayoutId),
                PayoutFate.Failed => new PayoutAnswer.Failed(payout.PayoutId, "it bounced"),
                _ => new PayoutAnswer.Sent(payout.PayoutId),
            };
    }

    // Whoever asked may be gone: the call arrives all the same.
    private ValueTask<PayoutAnswer?> Call(Func<PayoutAnswer?> serve)
    {
        var answer = new TaskCompletionSource<PayoutAnswer?>();
        After(Delay(), () =>
        {
            var result = faults.Strikes(FaultKinds.Provider, 4) ? null : serve();
            if (faults.Strikes(FaultKinds.Provider, 4))
            {
                result = null;
            }

            After(Delay(), () => answer.TrySetResult(result));
        });
        return new ValueTask<PayoutAnswer?>(answer.Task);
    }

    private TimeSpan Delay() => faults.Strikes(FaultKinds.Provider, 5)
        ? random.Between(2, 3000)
        : random.Between(0.1, 2);

    private void After(TimeSpan delay, Action action)
    {
        OpenCount++;
        scheduler.After(delay, () =>
        {
            OpenCount--;
            action();
        });
    }

    private void Tell(SimPayout payout, PayoutOutcome outcome) =>
        news.Send(() => Read(payout, outcome));

    // As the front looks it up: among the committed withdrawals, by the payout's id.
    private MadeAction? Read(SimPayout payout, PayoutOutcome outcome)
    {
        var id = PayoutAudit.WithdrawalOf(payout.Call);
        return table.Rows.TryGetValue(id, out var row)
            && row.State.Contains($"\"{payout.PayoutId}\"", StringComparison.Ordinal)
                ? new MadeAction(id, new WithdrawalAction.Report(payout.PayoutId, outcome, null)
                {
                    By = _by,
                    Request = Trace.NumberOf($"{payout.PayoutId} {outcome}"),
                })
                : null;
    }
}
