using Microsoft.Extensions.Logging;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Engines.Local;
using OrleansWallet.Engines.Orleans.Hosting;
using OrleansWallet.Engines.Orleans.Wire;

namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>
/// Process states by the first party's hash. A front hears all partitions, since any of a
/// process's parties may be connected to it.
/// </summary>
internal sealed class OrleansProcessStream : IProcessStream, IAsyncDisposable
{
    private readonly LocalProcessStream _here;
    private readonly PartitionedStream<ProcessChanged, ProcessChangesMessage> _cluster;

    public OrleansProcessStream(
        IClusterClient client, OrleansOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        _here = new LocalProcessStream(loggers.CreateLogger<LocalProcessStream>());
        _cluster = new(
            Partitions.Processes, options.ProcessPartitions, client,
            changes => new ProcessChangesMessage(changes), Hear, options, time,
            loggers.CreateLogger<OrleansProcessStream>());
    }

    public void Publish(ProcessChanged change)
    {
        var key = change.State.Parties is [var first, ..]
            ? first.Value
            : change.State.Id.Value;
        _cluster.Publish(Partitions.Of(key, _cluster.Count), change);
    }

    public async ValueTask<IAsyncDisposable> Subscribe(Action<ProcessChanged> handler)
    {
        var subscription = await _here.Subscribe(handler);
        try
        {
            var listening = await _cluster.Listen(Enumerable.Range(0, _cluster.Count));
            return new JoinedSubscription(subscription, listening);
        }
        catch
        {
            await subscription.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private void Hear(ProcessChangesMessage message)
    {
        foreach (var change in message.Changes)
        {
            _here.Publish(change);
        }
    }
}
