using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Simulation.Audit;

namespace OrleansWallet.Simulation.Grid;

/// <summary>The stream: everything published is checked by the auditor.</summary>
internal sealed class SimStream(Auditor auditor) : IBalanceStream
{
    public void Publish(BalanceChanges changes) => auditor.Published(changes);

    public bool HasSubscribers(WalletId wallet) => true;

    public ValueTask<IAsyncDisposable> Subscribe(WalletId wallet, Action<BalanceChanges> handler) =>
        throw new NotSupportedException("fronts are not simulated");
}
