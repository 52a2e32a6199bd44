using System.Globalization;
using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Grains.Payments;
using OrleansWallet.Simulation.Audit.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Faults;
using OrleansWallet.Simulation.Workload;

namespace OrleansWallet.Simulation.Outside;

/// <summary>
/// The provider that takes payments in, and what becomes of them: paid, paid in part, in another
/// currency, too late, by nobody, given back.
/// </summary>
internal sealed class SimPayments(
    SimScheduler scheduler, FaultPlan faults, SimRandom random, SimNews news, DepositAudit audit)
    : IPaymentLookup
{
    private static readonly Actor _by = new("nowpayments", ActorRole.System);
    private static readonly Currency _usd = CurrencyRegistry.Default["USD"];
    private static readonly Currency _btc = CurrencyRegistry.Default["BTC"];

    // What was last told of each.
    private readonly Dictionary<string, IpnNotice.OfPayment> _told = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>News that are still to come, and questions under way.</summary>
    public int OpenCount { get; private set; }

    /// <summary>Opens a payment and begins its life.</summary>
    public SimPayment Open(WalletId? user)
    {
        var number = ++_number;
        var asked = new Amount(1 + random.Below(50), random.Below(3) == 0 ? _btc : _usd);
        var other = asked.Currency.Equals(_usd) ? _btc : _usd;
        var payment = new SimPayment(
            new ProcessId(
                ProcessKind.Deposit, string.Create(CultureInfo.InvariantCulture, $"pay{number}")),
            user, string.Create(CultureInfo.InvariantCulture, $"order{number}"), asked)
        {
            IsOrderKnown = random.Below(5) > 0,
            Currency = random.Below(25) switch
            {
                0 => null,
                1 => other,
                _ => asked.Currency,
            },
        };
        Live(payment);
        return payment;
    }

    // Its answer may be lost, and its list lag behind.
    public ValueTask<IpnNotice.OfPayment?> FindPayment(
        string paymentId, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<IpnNotice.OfPayment?>();
        var seen = faults.Strikes(FaultKinds.Provider, 5) ? _told.GetValueOrDefault(paymentId) : null;
        OpenCount++;
        var delay = faults.Strikes(FaultKinds.Provider, 5)
            ? random.Between(2, 3000)
            : random.Between(0.1, 2);
        scheduler.After(delay, () =>
        {
            OpenCount--;
            answer.TrySetResult(faults.Strikes(FaultKinds.Provider, 4)
                ? null
                : seen ?? _told.GetValueOrDefault(paymentId));
        });
        return new ValueTask<IpnNotice.OfPayment?>(answer.Task);
    }

    private void Live(SimPayment payment)
    {
        var at = TimeSpan.Zero;
        var sum = payment.Asked.Minor;
        Next(DepositStatus.Waiting, 0);
        switch (random.Below(20))
        {
            case 0:
                Next(DepositStatus.Failed, 0);
                return;
            case 1:
                Next(DepositStatus.Expired, 0);
                return;
            case 2:
                // Given back instead.
                Next(DepositStatus.Confirming, sum);
                Next(DepositStatus.Refunded, sum);
                return;
            case 3:
                Next(DepositStatus.Expired, 0);
                break;
            case 4 or 5:
                Next(DepositStatus.PartiallyPaid, 1 + (sum / 2));
                if (random.Below(3) > 0)
                {
                    return;
                }

                break;
            case 6:
                // No sum of the currency.
                Next(DepositStatus.Finished, null);
                return;
        }

        Next(DepositStatus.Confirming, sum);
        Next(DepositStatus.Confirmed, sum);
        Next(DepositStatus.Sending, sum);
        Next(DepositStatus.Finished, sum);
        if (random.Below(20) == 0)
        {
            Next(DepositStatus.Refunded, sum);
        }

        void Next(DepositStatus status, Int128? minor)
        {
            at += random.Below(3) == 0 ? random.Between(5, 1500) : random.Between(0.1, 5);
            OpenCount++;
            scheduler.After(at, () =>
            {
                OpenCount--;
                Tell(payment, status, minor);
            });
        }
    }

    private void Tell(SimPayment payment, DepositStatus status, Int128? minor)
    {
        Amount? paid = minor is { } sum && payment.Currency is { } currency
            ? new Amount(sum, currency)
            : null;
        audit.Announced(payment.Id.Value, status, paid);
        var request = Trace.NumberOf(
            string.Create(CultureInfo.InvariantCulture, $"{payment.Id} {status} {minor}"));
        var notice = new IpnNotice.OfPayment(
            payment.Id.Value, DepositNames.Of(status), payment.PayCurrency, payment.Currency,
            paid?.ToString() ?? "0.1234567890123")
        {
            OrderId = payment.OrderId,
        };
        _told[payment.Id.Value] = notice;
        var heard = notice.ToNews(payment.IsOrderKnown ? payment.User : null)!;
        var action = new MadeAction(payment.Id, new DepositAction.Report(heard)
        {
            By = _by,
            Request = request,
        });
        news.Send(() => action);
    }
}
