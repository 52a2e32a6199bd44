namespace OrleansWallet.Engines.Orleans.Streams;

/// <summary>Ends what hears here, then what hears the cluster for it.</summary>
internal sealed class JoinedSubscription(params IAsyncDisposable[] parts) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        foreach (var part in parts)
        {
            await part.DisposeAsync();
        }
    }
}
