namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>The turns of all grains of a test, on one thread, run when the test says so.</summary>
internal sealed class TurnQueue : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Turn, object? State)> _turns = [];
    private readonly Lock _lock = new();

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_lock)
        {
            _turns.Enqueue((d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException();

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Calls within a turn, then runs what became ready.</summary>
    public Task<T> Call<T>(Func<ValueTask<T>> call)
    {
        Task<T>? result = null;
        Post(_ => result = call().AsTask(), null);
        Run();
        return result!;
    }

    public void Run()
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            while (TryTake(out var next))
            {
                next.Turn(next.State);
            }
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private bool TryTake(out (SendOrPostCallback Turn, object? State) next)
    {
        lock (_lock)
        {
            return _turns.TryDequeue(out next);
        }
    }
}
