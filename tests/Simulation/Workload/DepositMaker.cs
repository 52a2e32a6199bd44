using OrleansWallet.Domain.Deposits;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Outside;

namespace OrleansWallet.Simulation.Workload;

/// <summary>Asks the provider for payments, and decides on those that are parked.</summary>
internal sealed class DepositMaker(SimPayments payments, SimRandom random, Requests requests)
    : IActionMaker
{
    private readonly Recent<SimPayment> _recent = new(random);

    public MadeAction Next()
    {
        if (!_recent.IsEmpty && random.Below(5) < 2)
        {
            return Decide(_recent.Pick());
        }

        var nobody = random.Below(10) == 0;
        // The last wallets may be closed: they take no money.
        var payment = payments.Open(nobody ? null : new WalletId($"w{random.Below(12)}"));
        _recent.Add(payment);
        return nobody ? Decide(payment) : Create(payment);
    }

    private MadeAction Create(SimPayment payment)
    {
        var user = payment.User!.Value;
        return new MadeAction(payment.Id, new DepositAction.Create(
            user, payment.Asked.Currency, payment.PayCurrency, $"address of {payment.Id.Value}",
            payment.Asked.ToString(), null, payment.OrderId)
        {
            By = Requests.User(user.Value),
            Request = requests.Next(),
        });
    }

    private MadeAction Decide(SimPayment payment)
    {
        var user = payment.User ?? new WalletId($"w{random.Below(12)}");
        var by = random.Below(8) switch
        {
            0 => Requests.User(user.Value),
            1 => new Actor(user.Value, ActorRole.Admin),
            _ => Requests.Admin,
        };
        var request = requests.Next();
        return new MadeAction(payment.Id, random.Below(4) == 0
            ? new DepositAction.Reject("no") { By = by, Request = request }
            : new DepositAction.Resolve(
                user, payment.Currency is { } currency ? new(payment.Asked.Minor, currency) : null)
            {
                By = by,
                Request = request,
            });
    }
}
