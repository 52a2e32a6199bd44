using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>Keeps what was published.</summary>
internal sealed class RecordingStream : IBalanceStream
{
    public List<BalanceChanges> Published { get; } = [];

    public void Publish(BalanceChanges changes) => Published.Add(changes);

    public bool HasSubscribers(WalletId wallet) => true;

    public ValueTask<IAsyncDisposable> Subscribe(WalletId wallet, Action<BalanceChanges> handler) =>
        throw new NotSupportedException();
}
