using OrleansWallet.Contracts;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Grains.Processes;
using OrleansWallet.Simulation.Audit.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Outside;

/// <summary>The outside world: takes payments in, pays out, and tells what became of both.</summary>
internal sealed class SimProvider
{
    private readonly SimNews _news;
    private readonly SimPayouts _payouts;

    public SimProvider(
        SimScheduler scheduler, IGrains grains, FaultPlan faults, SimRandom random,
        SimProcessTable table, ProcessAudit audit)
    {
        _news = new SimNews(scheduler, grains, new SimTime(scheduler), faults, random);
        _payouts = new SimPayouts(scheduler, faults, random, _news, table, audit.Payouts);
        Payments = new SimPayments(scheduler, faults, random, _news, audit.Deposits);
        Calls = new PayoutCalls(_payouts, new PaymentCalls(Payments, NoOutside.Instance));
    }

    public SimPayments Payments { get; }

    /// <summary>What the processes of the grid call: the product's own dispatcher.</summary>
    public IOutsideCalls Calls { get; }

    /// <summary>True when nothing of it is under way.</summary>
    public bool IsIdle =>
        _news.OpenCount == 0 && _payouts.OpenCount == 0 && Payments.OpenCount == 0;
}
