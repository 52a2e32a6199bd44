using OrleansWallet.Api.Processes;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Journal.Deposits;

namespace OrleansWallet.Api.Deposits;

/// <summary>Tells a deposit what the provider said of its payment.</summary>
internal sealed class PaymentNews(ProcessCalls calls, IDepositOrders orders)
{
    /// <returns>Null when the news name no payment or no status that is known.</returns>
    public async ValueTask<ProcessAnswer?> Tell(IpnNotice.OfPayment notice, UInt128 request)
    {
        if (!IdText.IsValid(notice.PaymentId)
            || notice.ToNews(await FindOwner(notice)) is not { } news)
        {
            return null;
        }

        var action = new DepositAction.Report(news) { By = IpnReceiver.By, Request = request };
        return await calls.Act(
            new ProcessId(ProcessKind.Deposit, notice.PaymentId), action, CancellationToken.None);
    }

    // A payment that follows another is its user's; the order's id is as good.
    private async ValueTask<WalletId?> FindOwner(IpnNotice.OfPayment notice)
    {
        if (notice.ParentPaymentId is { } parent && IdText.IsValid(parent)
            && await calls.Get<DepositState>(
                new ProcessId(ProcessKind.Deposit, parent), CancellationToken.None)
                is { User: { } user })
        {
            return user;
        }

        return notice.OrderId is { } orderId && IdText.IsValid(orderId)
            && await orders.Find(orderId, CancellationToken.None) is { } order
                ? new WalletId(order.UserId)
                : null;
    }
}
