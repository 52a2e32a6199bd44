using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Simulation.Audit;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;

namespace OrleansWallet.Simulation.Grid;

/// <summary>
/// The stream: everything published is checked by the auditor, and reaches the listener perhaps
/// late, twice or not at all.
/// </summary>
internal sealed class SimStream(
    Auditor auditor, Listener listener, SimScheduler scheduler, FaultPlan faults, SimRandom random)
    : IBalanceStream
{
    public void Publish(BalanceChanges changes)
    {
        auditor.Published(changes);
        if (faults.Strikes(FaultKinds.Network, 3))
        {
            return;
        }

        if (faults.Strikes(FaultKinds.Network, 3))
        {
            scheduler.After(random.Between(1, 3000), () => listener.Hear(changes));
            return;
        }

        listener.Hear(changes);
        if (faults.Strikes(FaultKinds.Network, 3))
        {
            listener.Hear(changes);
        }
    }

    public bool HasSubscribers(WalletId wallet) => true;

    public ValueTask<IAsyncDisposable> Subscribe(WalletId wallet, Action<BalanceChanges> handler) =>
        throw new NotSupportedException("fronts are not simulated");
}
