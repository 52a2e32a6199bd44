using Microsoft.Extensions.Logging;

namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>
/// What goes out on one partition: one message at a time, and while it is under way the next
/// one gathers. Nobody waits for it, and beyond its bound it drops: streams are hints.
/// </summary>
internal sealed partial class PartitionSender<TChange>(
    Func<IReadOnlyList<TChange>, Task> send, int waitingMax, ILogger logger)
{
    private readonly Lock _lock = new();
    private List<TChange> _waiting = [];
    private bool _sending;

    public void Post(TChange change)
    {
        lock (_lock)
        {
            if (_waiting.Count >= waitingMax)
            {
                return;
            }

            _waiting.Add(change);
            if (_sending)
            {
                return;
            }

            _sending = true;
        }

        // Not in the publisher's turns.
        _ = Task.Run(SendAll);
    }

    private async Task SendAll()
    {
        while (true)
        {
            List<TChange> batch;
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _sending = false;
                    return;
                }

                (batch, _waiting) = (_waiting, []);
            }

            try
            {
                await send(batch);
            }
            catch (Exception e)
            {
                LogDropped(logger, batch.Count, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(
        2951, LogLevel.Debug, "{Count} changes were not published ({Exception}); screens catch up")]
    private static partial void LogDropped(ILogger logger, int count, string exception);
}
