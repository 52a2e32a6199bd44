using System.Runtime.ExceptionServices;

namespace OrleansWallet.Simulation.Core;

/// <summary>
/// One thread, one virtual clock: picks by its seed which strand runs next, and lets time pass
/// when nothing is ready or when the seed says so.
/// </summary>
internal sealed class SimScheduler(SimRandom random, Trace trace)
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<Strand> _ready = [];
    private readonly TimerHeap _timers = new();
    private long _order;

    /// <summary>Ticks of 100 ns since the start.</summary>
    public long Now { get; private set; }

    public Trace Trace => trace;

    public bool IsIdle => _ready.Count == 0 && _timers.Count == 0;

    /// <exception cref="InvalidOperationException">Some code left the simulation's thread.</exception>
    public void RequireThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("a turn came from another thread");
        }
    }

    /// <summary>Runs a callback at a time; not in any strand.</summary>
    public SimTimer At(long due, Action callback)
    {
        var timer = new ActionTimer(callback);
        Set(timer, due);
        return timer;
    }

    public SimTimer After(TimeSpan delay, Action callback) => At(Now + delay.Ticks, callback);

    /// <summary>Runs a timer after a while; not in any strand.</summary>
    public void Set(SimTimer timer, TimeSpan delay) => Set(timer, Now + delay.Ticks);

    /// <summary>Ends the run by an exception, whatever the code under test does with its own.</summary>
    public void Fail(Exception failure) =>
        At(Now, () => ExceptionDispatchInfo.Throw(failure));

    /// <summary>Runs one turn or one timer.</summary>
    /// <returns>False when there is nothing at all to run.</returns>
    public bool Step()
    {
        if (_ready.Count == 0)
        {
            return RunTimer();
        }

        // Turns take no time of their own; now and then time passes between two of them.
        if (_timers.Count > 0 && random.Below(8) == 0)
        {
            return RunTimer();
        }

        var strand = _ready[random.Below(_ready.Count)];
        trace.Add(strand.Number, Now);
        strand.RunNext();
        if (!strand.HasTurns)
        {
            MakeIdle(strand);
        }

        return true;
    }

    internal void MakeReady(Strand strand)
    {
        if (strand.ReadyAt < 0)
        {
            strand.ReadyAt = _ready.Count;
            _ready.Add(strand);
        }
    }

    internal void MakeIdle(Strand strand)
    {
        if (strand.ReadyAt < 0)
        {
            return;
        }

        var last = _ready[^1];
        _ready[strand.ReadyAt] = last;
        last.ReadyAt = strand.ReadyAt;
        _ready.RemoveAt(_ready.Count - 1);
        strand.ReadyAt = -1;
    }

    private void Set(SimTimer timer, long due) =>
        _timers.Add(timer, Math.Max(due, Now), _order++);

    private bool RunTimer()
    {
        if (_timers.Take(out var due) is not { } timer)
        {
            return false;
        }

        Now = Math.Max(Now, due);
        timer.Run();
        return true;
    }
}
