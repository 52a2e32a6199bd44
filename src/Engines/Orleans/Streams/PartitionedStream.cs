using Microsoft.Extensions.Logging;
using OrleansWallet.Engines.Orleans.Hosting;

namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>All partitions of one kind of stream, as this process sends and hears them.</summary>
internal sealed partial class PartitionedStream<TChange, TMessage> : IAsyncDisposable
{
    private readonly Lazy<Partition[]> _partitions;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _checking;

    public PartitionedStream(
        string kind, int count, IClusterClient client,
        Func<IReadOnlyList<TChange>, TMessage> wrap, Action<TMessage> hear,
        OrleansOptions options, TimeProvider time, ILogger logger)
    {
        (Count, _time, _logger) = (count, time, logger);
        // Whoever needs a stream may be made before the cluster is there to be asked for it.
        _partitions = new(() =>
        {
            var provider = client.GetStreamProvider(Partitions.Provider);
            return [.. Enumerable.Range(0, count).Select(number =>
            {
                var stream = provider.GetStream<TMessage>(Partitions.StreamOf(kind, number));
                return new Partition(
                    new(batch => stream.OnNextAsync(wrap(batch)), options.StreamWaitingMax, logger),
                    new(stream, hear));
            })];
        });
        _checking = Task.Run(() => KeepChecking(options.StreamCheckInterval, _stop.Token));
    }

    public int Count { get; }

    public void Publish(int partition, TChange change) =>
        _partitions.Value[partition].Sender.Post(change);

    /// <summary>Hears a partition until what is returned is disposed of.</summary>
    public async ValueTask<IAsyncDisposable> Listen(int partition)
    {
        var listener = _partitions.Value[partition].Listener;
        await listener.Add();
        return new Listening(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _checking;
        _stop.Dispose();
        if (_partitions.IsValueCreated)
        {
            foreach (var partition in _partitions.Value)
            {
                partition.Listener.Dispose();
            }
        }
    }

    // A silo that died may have taken subscriptions, or the news of them, with it.
    private async Task KeepChecking(TimeSpan interval, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (!_partitions.IsValueCreated)
                {
                    continue;
                }

                foreach (var partition in _partitions.Value)
                {
                    await Check(partition.Listener);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task Check(PartitionListener<TMessage> listener)
    {
        try
        {
            await listener.Check(ask: true);
        }
        catch (Exception e)
        {
            LogNotChecked(_logger, e.GetType().Name);
        }
    }

    [LoggerMessage(
        2952, LogLevel.Information, "A subscription could not be checked ({Exception})")]
    private static partial void LogNotChecked(ILogger logger, string exception);

    private sealed record Partition(
        PartitionSender<TChange> Sender, PartitionListener<TMessage> Listener);

    private sealed class Listening(PartitionListener<TMessage> listener) : IAsyncDisposable
    {
        private int _disposed;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                listener.Remove();
            }

            return ValueTask.CompletedTask;
        }
    }
}
