using Microsoft.Extensions.Logging;
using OrleansWallet.Contracts.Balances;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Engines.Local;
using OrleansWallet.Engines.Orleans.Hosting;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>Balance changes by the user's hash, from any silo to the fronts that need them.</summary>
internal sealed class OrleansBalanceStream : IBalanceStream, IAsyncDisposable
{
    private readonly LocalBalanceStream _here;
    private readonly PartitionedStream<BalanceChanges, BalanceChangesMessage> _cluster;

    public OrleansBalanceStream(
        IClusterClient client, OrleansOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        _here = new LocalBalanceStream(loggers.CreateLogger<LocalBalanceStream>());
        _cluster = new(
            Partitions.Balances, options.StreamPartitions, client,
            changes => new BalanceChangesMessage(changes), Hear, options, time,
            loggers.CreateLogger<OrleansBalanceStream>());
    }

    public void Publish(BalanceChanges changes) =>
        _cluster.Publish(Partitions.Of(changes.Wallet.Value, _cluster.Count), changes);

    public bool HasSubscribers(WalletId wallet) =>
        _cluster.IsHeard(Partitions.Of(wallet.Value, _cluster.Count));

    public async ValueTask<IAsyncDisposable> Subscribe(
        WalletId wallet, Action<BalanceChanges> handler)
    {
        var subscription = await _here.Subscribe(wallet, handler);
        try
        {
            var listening = await _cluster.Listen(
                Partitions.Of(wallet.Value, _cluster.Count));
            return new JoinedSubscription(subscription, listening);
        }
        catch
        {
            await subscription.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private void Hear(BalanceChangesMessage message)
    {
        foreach (var changes in message.Changes)
        {
            _here.Publish(changes);
        }
    }
}
