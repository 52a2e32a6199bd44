namespace OrleansWallet.LoadTest.Http;

/// <summary>Works through a list over several lanes at once.</summary>
internal static class GridLanes
{
    /// <summary>Each lane takes the next item when it is done with its own.</summary>
    /// <exception cref="Exception">The first failure; the other lanes are stopped by then.</exception>
    public static async Task RunAsync<T>(
        GridClient client,
        int lanes,
        IReadOnlyList<T> items,
        Func<GridLane, T, CancellationToken, Task> work,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Exception? first = null;
        var next = -1;

        async Task LaneAsync()
        {
            using var lane = new GridLane(client);
            try
            {
                for (int at; (at = Interlocked.Increment(ref next)) < items.Count;)
                {
                    await work(lane, items[at], stop.Token);
                }
            }
            catch (Exception failure)
            {
                Interlocked.CompareExchange(ref first, failure, null);
                await stop.CancelAsync();
                throw;
            }
        }

        try
        {
            await Task.WhenAll(Enumerable
                .Range(0, Math.Min(lanes, items.Count))
                .Select(_ => Task.Run(LaneAsync, CancellationToken.None)));
        }
        catch (Exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first!);
        }
    }
}
