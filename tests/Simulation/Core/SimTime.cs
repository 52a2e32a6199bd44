namespace OrleansWallet.Simulation.Core;

/// <summary>The clock of one process: virtual, and dead when the process is.</summary>
internal sealed class SimTime(SimScheduler scheduler) : TimeProvider
{
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // What the grid asks of its machines: their clocks are minutes apart, not hours. Offers remember
    // settled trades for half an hour longer than they take a reservation that is late.
    private static readonly TimeSpan _jumpedMax = TimeSpan.FromMinutes(20);

    private TimeSpan _jumped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>
    /// The wall clock of this process jumps forward, or is put right when it would be too fast; its
    /// timers don't.
    /// </summary>
    public void Jump(TimeSpan by) =>
        _jumped = _jumped + by > _jumpedMax ? TimeSpan.Zero : _jumped + by;

    public bool IsDead { get; private set; }

    public void Kill() => IsDead = true;

    /// <summary>As Task.Delay, which makes a timer of a timer: most of what is simulated waits.</summary>
    public Task Pause(TimeSpan delay)
    {
        var pause = new PauseTimer(this);
        scheduler.Set(pause, delay);
        return pause.Over;
    }

    /// <summary>The wall clock of a process whose clock never jumped.</summary>
    public static DateTimeOffset At(long ticks) => _start.AddTicks(ticks);

    public override DateTimeOffset GetUtcNow() => At(scheduler.Now) + _jumped;

    public override long GetTimestamp() => scheduler.Now;

    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, scheduler, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class PauseTimer(SimTime time) : SimTimer
    {
        private readonly TaskCompletionSource _over = new();

        public Task Over => _over.Task;

        public override void Run()
        {
            if (!time.IsDead)
            {
                _over.SetResult();
            }
        }
    }

    private sealed class Timer(SimTime time, SimScheduler scheduler, Action callback) : ITimer
    {
        private SimTimer? _next;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _next?.Cancel();
            _period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _next = scheduler.After(dueTime, Fire);
            }

            return true;
        }

        public void Dispose() => _next?.Cancel();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            if (time.IsDead)
            {
                return;
            }

            if (_period > TimeSpan.Zero)
            {
                _next = scheduler.After(_period, Fire);
            }

            callback();
        }
    }
}
