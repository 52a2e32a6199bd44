using OrleansWallet.Contracts.Processes;

namespace OrleansWallet.Simulation.Grid;

/// <summary>Screens are not simulated.</summary>
internal sealed class SimProcessStream : IProcessStream
{
    public static readonly SimProcessStream Instance = new();

    public void Publish(ProcessChanged change)
    {
    }

    public ValueTask<IAsyncDisposable> Subscribe(Action<ProcessChanged> handler) =>
        throw new NotSupportedException("fronts are not simulated");
}
