namespace OrleansWallet.Simulation.Core;

/// <summary>Something that happens at a time.</summary>
internal sealed class SimTimer(Action callback)
{
    private Action? _callback = callback;

    public bool IsCancelled => _callback is null;

    /// <summary>Lets go of all that the callback holds: timers outlive their calls by far.</summary>
    public void Cancel() => _callback = null;

    public void Run() => _callback?.Invoke();
}
