namespace OrleansWallet.Api.Balances;

/// <summary>One connection's way out.</summary>
public interface IFeedSink
{
    /// <summary>Completes when the connection can take more; that is its back-pressure.</summary>
    Task Send(string method, object payload, CancellationToken cancellationToken);
}
