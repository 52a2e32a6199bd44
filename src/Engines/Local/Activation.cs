namespace OrleansWallet.Engines.Local;

/// <summary>
/// One grain in memory and its turns: a synchronization context that runs one callback at a
/// time, so that what a grain awaits resumes in its turns.
/// </summary>
internal sealed class Activation<TGrain>(TGrain grain) : SynchronizationContext, IThreadPoolWorkItem
{
    // Then another grain gets the thread.
    private const int TurnsAtOnce = 256;

    // How many callers use it; below zero it is dropped and nobody may.
    private const int Dropped = int.MinValue;

    private readonly TurnQueue _turns = new();
    private int _users;
    private long _lastUsed;

    public TGrain Grain { get; } = grain;

    /// <summary>False when it was dropped meanwhile: look for another.</summary>
    public bool TryAcquire()
    {
        if (Interlocked.Increment(ref _users) > 0)
        {
            return true;
        }

        Interlocked.Decrement(ref _users);
        return false;
    }

    public void Release(long now)
    {
        Volatile.Write(ref _lastUsed, now);
        Interlocked.Decrement(ref _users);
    }

    /// <summary>Drops it if nobody has used it since <paramref name="idleSince"/>.</summary>
    public bool TryDrop(long idleSince) =>
        Volatile.Read(ref _lastUsed) <= idleSince
        && Volatile.Read(ref _users) == 0 && _turns.IsEmpty
        && Interlocked.CompareExchange(ref _users, Dropped, 0) == 0;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_turns.Add(d, state))
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("a grain's turn can't be waited for synchronously");

    public override SynchronizationContext CreateCopy() => this;

    void IThreadPoolWorkItem.Execute()
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            for (var i = 0; i < TurnsAtOnce && _turns.TryTake(out var turn, out var state); i++)
            {
                turn(state);
            }
        }
        finally
        {
            SetSynchronizationContext(outer);
            Leave();
        }
    }

    /// <summary>
    /// Begins a turn on the caller's own thread, to be ended by <see cref="Leave"/>: so a call to a
    /// grain that idles costs no other thread. Not from the turn of another grain, which would not
    /// go on meanwhile.
    /// </summary>
    public bool TryEnterHere() => Current is null && _turns.TryStart();

    public void Leave()
    {
        if (_turns.HasMoreOrRests())
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Awaiting this continues in a turn of the grain.</summary>
    public Entrance Enter() => new(this);

    internal readonly struct Entrance(Activation<TGrain> activation)
        : System.Runtime.CompilerServices.ICriticalNotifyCompletion
    {
        private static readonly SendOrPostCallback _run = static state => ((Action)state!)();

        // Always a turn of its own.
        public bool IsCompleted => false;

        public Entrance GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => activation.Post(_run, continuation);

        public void UnsafeOnCompleted(Action continuation) => activation.Post(_run, continuation);
    }
}
