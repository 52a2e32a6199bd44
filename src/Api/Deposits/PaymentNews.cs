using OrleansWallet.Api.Processes;
using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
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
        if (DepositNames.Parse(notice.Status) is not { } status
            || !IdText.IsValid(notice.PaymentId))
        {
            return null;
        }

        var news = new DepositNews(
            status, notice.PayCurrency, notice.ActuallyPaid, notice.Currency, PaidOf(notice),
            await FindOwner(notice))
        {
            PayAddress = notice.PayAddress,
            ParentPaymentId = notice.ParentPaymentId,
            OrderId = notice.OrderId,
            Confirmations = notice.Confirmations,
        };
        var action = new DepositAction.Report(news) { By = IpnReceiver.By, Request = request };
        return await calls.Act(
            new ProcessId(ProcessKind.Deposit, notice.PaymentId), action, CancellationToken.None);
    }

    private static Amount? PaidOf(IpnNotice.OfPayment notice) =>
        notice.Currency is { } currency && notice.ActuallyPaid is { } text
        && Amount.TryParse(text, currency, out var amount) == AmountError.None
            ? amount
            : null;

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
