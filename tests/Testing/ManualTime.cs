namespace OrleansWallet.Testing;

/// <summary>A clock that stands still until it is moved; its timers fire as it passes them.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Moves on, and fires what is due on the way, in order.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (TakeDue(end) is { } due)
        {
            due.Fire();
        }

        lock (_lock)
        {
            _now = end;
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            var due = _timers.Where(t => t.DueAt <= end).MinBy(t => t.DueAt);
            if (due is not null)
            {
                _now = due.DueAt!.Value > _now ? due.DueAt.Value : _now;
                due.MoveOn();
            }

            return due;
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? DueAt { get; private set; }

        public void Fire() => callback(state);

        public void MoveOn() => DueAt =
            _period > TimeSpan.Zero ? DueAt + _period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime;
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                DueAt = null;
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
