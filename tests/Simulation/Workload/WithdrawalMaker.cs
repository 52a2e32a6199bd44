using System.Globalization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Workload;

/// <summary>Makes withdrawals, and what users, admins and strangers do with them.</summary>
internal sealed class WithdrawalMaker(SimRandom random, Func<DateTimeOffset> now, Requests requests)
    : IActionMaker
{
    private readonly Recent<(ProcessId Id, string User)> _recent = new(random);
    private int _number;

    public MadeAction Next() =>
        _recent.IsEmpty || random.Below(10) < 3 ? Create() : Act(_recent.Pick());

    private MadeAction Create()
    {
        var user = $"w{(random.Below(3) == 0 ? random.Below(12) : random.Below(3))}";
        var id = new ProcessId(
            ProcessKind.Withdrawal, string.Create(CultureInfo.InvariantCulture, $"wd{++_number}"));
        _recent.Add((id, user));
        var currency = CurrencyRegistry.Default[random.Below(3) == 0 ? "BTC" : "USD"];
        DateTimeOffset? usableFrom = random.Below(20) == 0 ? now() + TimeSpan.FromHours(1) : null;
        return new MadeAction(id, new WithdrawalAction.Create(
            new WalletId(user), new Amount(1 + random.Below(40), currency), null,
            $"address of {id.Value}", usableFrom)
        {
            By = random.Below(30) == 0 ? Requests.User("w-stranger") : Requests.User(user),
            Request = requests.Next(),
        });
    }

    private MadeAction Act((ProcessId Id, string User) withdrawal)
    {
        var user = Requests.User(withdrawal.User);
        var request = requests.Next();
        WithdrawalAction action = random.Below(20) switch
        {
            < 12 => new WithdrawalAction.Approve("ok") { By = Requests.Admin, Request = request },
            12 => new WithdrawalAction.Approve(null) { By = Own(user), Request = request },
            13 => new WithdrawalAction.Approve(null) { By = user, Request = request },
            < 16 => new WithdrawalAction.Reject("no") { By = Requests.Admin, Request = request },
            16 => new WithdrawalAction.Reject(null) { By = Own(user), Request = request },
            17 => new WithdrawalAction.Cancel
            {
                By = Requests.User("w-stranger"),
                Request = request,
            },
            _ => new WithdrawalAction.Cancel { By = user, Request = request },
        };
        return new MadeAction(withdrawal.Id, action);
    }

    // An admin who has money here, too.
    private static Actor Own(Actor user) => user with { Role = ActorRole.Admin };
}
