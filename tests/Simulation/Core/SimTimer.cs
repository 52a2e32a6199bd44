namespace OrleansWallet.Simulation.Core;

/// <summary>Something that happens at a time.</summary>
internal abstract class SimTimer
{
    /// <summary>Position among the timers; −1 when it is not among them. The heap's.</summary>
    public int HeapIndex { get; set; } = -1;

    /// <summary>The timers among which it is or was. The heap's.</summary>
    public TimerHeap? Heap { get; set; }

    public void Cancel()
    {
        if (HeapIndex >= 0)
        {
            Heap!.Remove(this);
        }
    }

    public abstract void Run();
}
