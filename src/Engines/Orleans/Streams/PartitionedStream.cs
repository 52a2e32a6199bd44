using Microsoft.Extensions.Logging;
using OrleansWallet.Engines.Orleans.Hosting;

namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>All partitions of one kind of stream, as this process sends and hears them.</summary>
internal sealed partial class PartitionedStream<TChange, TMessage> : IAsyncDisposable
{
    private readonly PartitionSender<TChange>[] _senders;
    private readonly PartitionListener<TMessage>[] _listeners;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _checking;

    public PartitionedStream(
        string kind, IClusterClient client, Func<IReadOnlyList<TChange>, TMessage> wrap,
        Action<TMessage> hear, OrleansOptions options, TimeProvider time, ILogger logger)
    {
        (_time, _logger) = (time, logger);
        _senders = new PartitionSender<TChange>[options.StreamPartitions];
        _listeners = new PartitionListener<TMessage>[options.StreamPartitions];
        var provider = client.GetStreamProvider(Partitions.Provider);
        for (var i = 0; i < _senders.Length; i++)
        {
            var stream = provider.GetStream<TMessage>(Partitions.StreamOf(kind, i));
            _senders[i] = new PartitionSender<TChange>(
                batch => stream.OnNextAsync(wrap(batch)), options.StreamWaitingMax, logger);
            _listeners[i] = new PartitionListener<TMessage>(stream, hear);
        }

        _checking = Task.Run(() => KeepChecking(options.StreamCheckInterval, _stop.Token));
    }

    public int Count => _senders.Length;

    public void Publish(int partition, TChange change) => _senders[partition].Post(change);

    /// <summary>Hears a partition until what is returned is disposed of.</summary>
    public async ValueTask<IAsyncDisposable> Listen(int partition)
    {
        var listener = _listeners[partition];
        await listener.Add();
        return new Listening(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _checking;
        _stop.Dispose();
        foreach (var listener in _listeners)
        {
            listener.Dispose();
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
                foreach (var listener in _listeners)
                {
                    await Check(listener);
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
