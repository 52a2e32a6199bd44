using Microsoft.Extensions.Hosting;
using OrleansWallet.Api.Balances;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Api.Trades;

/// <summary>Pushes every change of a trade to its parties' screens.</summary>
internal sealed class TradeNotices(IProcessStream stream, IUserNotices notices) : IHostedService
{
    private IAsyncDisposable? _subscription;

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _subscription = await stream.Subscribe(Tell);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_subscription is { } subscription)
        {
            await subscription.DisposeAsync();
        }
    }

    private void Tell(ProcessChanged change)
    {
        if (change.State is TradeState trade)
        {
            var notice = new UserNotice.TradeUpdated(TradeBody.Of(trade));
            notices.Publish(trade.Seller.Value, notice);
            notices.Publish(trade.Buyer.Value, notice);
        }
    }
}
