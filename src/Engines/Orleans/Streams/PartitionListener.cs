using Orleans.Streams;

namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>
/// This process's subscription to one partition: made when somebody needs it, made again when the
/// cluster has lost it, and given up when nobody needs it any more.
/// </summary>
internal sealed class PartitionListener<TMessage>(
    IAsyncStream<TMessage> stream, Action<TMessage> hear) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private StreamSubscriptionHandle<TMessage>? _handle;
    private int _users;

    /// <summary>Counts a user in; when this ends, the partition is heard.</summary>
    /// <returns>Whether this made the subscription, which publishers must hear of first.</returns>
    public async ValueTask<bool> Add()
    {
        Interlocked.Increment(ref _users);
        try
        {
            return await Check(ask: false);
        }
        catch
        {
            Remove();
            throw;
        }
    }

    public void Remove() => Interlocked.Decrement(ref _users);

    /// <summary>Brings the subscription to what it should be.</summary>
    /// <param name="ask">Asks the cluster whether it still knows the subscription.</param>
    /// <returns>Whether it was made now.</returns>
    public async ValueTask<bool> Check(bool ask)
    {
        if (!ask && _handle is not null)
        {
            return false;
        }

        await _turn.WaitAsync();
        try
        {
            if (Volatile.Read(ref _users) == 0)
            {
                await Leave();
                return false;
            }

            if (_handle is not null && ask && !await IsKnown(_handle))
            {
                _handle = null;
            }

            if (_handle is not null)
            {
                return false;
            }

            _handle = await stream.SubscribeAsync((message, _) =>
            {
                hear(message);
                return Task.CompletedTask;
            });
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async ValueTask<bool> IsKnown(StreamSubscriptionHandle<TMessage> handle)
    {
        var known = await stream.GetAllSubscriptionHandles();
        return known.Any(k => k.HandleId == handle.HandleId);
    }

    private async ValueTask Leave()
    {
        if (_handle is { } handle)
        {
            _handle = null;
            await handle.UnsubscribeAsync();
        }
    }
}
