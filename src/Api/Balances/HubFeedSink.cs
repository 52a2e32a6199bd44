using Microsoft.AspNetCore.SignalR;

namespace OrleansWallet.Api.Balances;

/// <summary>A connection of the hub. One that is gone swallows what it is sent.</summary>
internal sealed class HubFeedSink(IHubContext<BalanceHub> hub, string connectionId) : IFeedSink
{
    private readonly ISingleClientProxy _client = hub.Clients.Client(connectionId);

    public Task Send(string method, object payload, CancellationToken cancellationToken) =>
        _client.SendAsync(method, payload, cancellationToken);
}
