namespace OrleansWallet.Simulation.Core;

/// <summary>Something that happens at a time.</summary>
internal sealed class SimTimer(Action callback)
{
    public Action Callback { get; } = callback;

    public bool IsCancelled { get; private set; }

    public void Cancel() => IsCancelled = true;
}
