namespace OrleansWallet.Simulation.Core;

/// <summary>
/// Turns that never overlap: a grain's, a client's, the writer's. Code that awaits on a strand
/// resumes on it, when the scheduler picks it.
/// </summary>
internal sealed class Strand(SimScheduler scheduler, string name) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Turn, object? State)> _turns = new();
    private bool _dead;

    public string Name { get; } = name;

    /// <summary>The name for the trace.</summary>
    public ulong Number { get; } = Trace.NumberOf(name);

    public bool HasTurns => _turns.Count > 0;

    /// <summary>Position among the ready strands; −1 when it has no turn. The scheduler's.</summary>
    public int ReadyAt { get; set; } = -1;

    public override void Post(SendOrPostCallback d, object? state)
    {
        scheduler.RequireThread();
        if (!_dead)
        {
            _turns.Enqueue((d, state));
            scheduler.MakeReady(this);
        }
    }

    /// <summary>Runs an action in a turn of this strand.</summary>
    public void Run(Action action) => Post(static a => ((Action)a!)(), action);

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("nothing waits in a simulation");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Crash: what it had to do is never done.</summary>
    public void Kill()
    {
        _dead = true;
        _turns.Clear();
        scheduler.MakeIdle(this);
    }

    internal void RunNext()
    {
        var (turn, state) = _turns.Dequeue();
        SetSynchronizationContext(this);
        try
        {
            turn(state);
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    }
}
