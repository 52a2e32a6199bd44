using OrleansWallet.Contracts.Processes;

namespace OrleansWallet.Grains.Tests.Hand;

/// <summary>Nobody hears it.</summary>
internal sealed class NoProcessStream : IProcessStream
{
    public void Publish(ProcessChanged change)
    {
    }

    public ValueTask<IAsyncDisposable> Subscribe(Action<ProcessChanged> handler) =>
        throw new NotSupportedException();
}
