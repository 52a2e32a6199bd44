namespace OrleansWallet.LoadTest.Progress;

/// <summary>How fast a count rises, over about the last two seconds. Not thread-safe.</summary>
internal sealed class RateMeter(TimeProvider time)
{
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(2);

    private readonly Queue<(long At, long Count)> _readings = new([(time.GetTimestamp(), 0)]);

    /// <param name="count">The count of now.</param>
    /// <returns>Per second; 0 when no time has passed.</returns>
    public double Read(long count)
    {
        var now = time.GetTimestamp();
        _readings.Enqueue((now, count));
        while (_readings.Count > 2 && time.GetElapsedTime(_readings.Peek().At, now) > _window)
        {
            _readings.Dequeue();
        }

        var (at, before) = _readings.Peek();
        var seconds = time.GetElapsedTime(at, now).TotalSeconds;
        return seconds > 0 ? (count - before) / seconds : 0;
    }
}
