namespace OrleansWallet.Simulation.Core;

/// <summary>Something that happens at a time.</summary>
internal sealed class SimTimer(TimerHeap timers, Action callback)
{
    /// <summary>Position among the timers; −1 when it is not among them. The heap's.</summary>
    public int HeapIndex { get; set; } = -1;

    public void Cancel()
    {
        if (HeapIndex >= 0)
        {
            timers.Remove(this);
        }
    }

    public void Run() => callback();
}
