using Microsoft.Extensions.Logging;
using Orleans.Streams.PubSub;
using OrleansWallet.Engines.Orleans.Hosting;

namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>All partitions of one kind of stream, as this process sends and hears them.</summary>
internal sealed partial class PartitionedStream<TChange, TMessage> : IAsyncDisposable
{
    private readonly Lazy<Partition[]> _partitions;
    private readonly Audience _audience;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _checking;
    private readonly Task _asking;

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
        _audience = new(
            count, number => HasListener(client, Partitions.StreamOf(kind, number)),
            options.StreamAudienceInterval, time);
        _checking = Task.Run(() => Repeat(options.StreamCheckInterval, CheckAll, _stop.Token));
        _asking = Task.Run(
            () => Repeat(options.StreamAudienceInterval, _audience.Refresh, _stop.Token));
    }

    public int Count { get; }

    /// <summary>Whether anybody in the cluster may hear this partition.</summary>
    public bool IsHeard(int partition) => _audience.IsHeard(partition);

    public void Publish(int partition, TChange change)
    {
        if (IsHeard(partition))
        {
            _partitions.Value[partition].Sender.Post(change);
        }
    }

    /// <summary>
    /// Hears partitions until what is returned is disposed of; everything that is published after
    /// this ended.
    /// </summary>
    public async ValueTask<IAsyncDisposable> Listen(params IEnumerable<int> partitions)
    {
        var listening = new Listening();
        try
        {
            var isNew = false;
            foreach (var partition in partitions)
            {
                var listener = _partitions.Value[partition].Listener;
                isNew |= await listener.Add();
                listening.Add(listener);
            }

            if (isNew)
            {
                await Task.Delay(_audience.Notice, _time, _stop.Token);
            }

            return listening;
        }
        catch
        {
            await listening.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_checking, _asking);
        _stop.Dispose();
        if (_partitions.IsValueCreated)
        {
            foreach (var partition in _partitions.Value)
            {
                partition.Listener.Dispose();
            }
        }
    }

    private async Task Repeat(TimeSpan interval, Func<Task> work, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (_partitions.IsValueCreated)
                {
                    await Try(work);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    // A silo that died may have taken subscriptions, or the news of them, with it.
    private async Task CheckAll()
    {
        foreach (var partition in _partitions.Value)
        {
            await Try(() => partition.Listener.Check(ask: true).AsTask());
        }
    }

    private async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            LogNotChecked(_logger, e.GetType().Name);
        }
    }

    private static async Task<bool> HasListener(IClusterClient client, StreamId stream)
    {
        var provider = client.GetStreamProvider(Partitions.Provider);
        if (!provider.TryGetStreamSubscriptionManager(out var subscriptions))
        {
            return true;
        }

        return (await subscriptions.GetSubscriptions(Partitions.Provider, stream)).Any();
    }

    [LoggerMessage(
        2952, LogLevel.Information, "A subscription could not be checked ({Exception})")]
    private static partial void LogNotChecked(ILogger logger, string exception);

    private sealed record Partition(
        PartitionSender<TChange> Sender, PartitionListener<TMessage> Listener);

    private sealed class Listening : IAsyncDisposable
    {
        private readonly List<PartitionListener<TMessage>> _listeners = [];
        private int _disposed;

        public void Add(PartitionListener<TMessage> listener) => _listeners.Add(listener);

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                _listeners.ForEach(l => l.Remove());
            }

            return ValueTask.CompletedTask;
        }
    }
}
