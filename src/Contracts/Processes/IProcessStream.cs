namespace OrleansWallet.Contracts.Processes;

/// <summary>
/// The engine's stream of committed process states, for screens. A hint: changes may be lost,
/// doubled or late; the version tells which is newest. Thread-safe.
/// </summary>
public interface IProcessStream
{
    /// <summary>Publishes a change that is durable. Never throws and never waits.</summary>
    void Publish(ProcessChanged change);

    /// <summary>Hears all changes from now on.</summary>
    /// <param name="handler">Must return fast and not throw.</param>
    /// <returns>Ends the subscription.</returns>
    ValueTask<IAsyncDisposable> Subscribe(Action<ProcessChanged> handler);
}
