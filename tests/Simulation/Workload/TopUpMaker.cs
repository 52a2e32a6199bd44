using System.Globalization;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.TopUps;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Workload;

/// <summary>Makes top-ups and decides on them, often twice.</summary>
internal sealed class TopUpMaker(SimRandom random, Requests requests) : IActionMaker
{
    private static readonly Currency _usd = CurrencyRegistry.Default["USD"];

    private readonly Recent<(ProcessId Id, string User)> _recent = new(random);
    private int _number;

    public MadeAction Next() =>
        _recent.IsEmpty || random.Below(10) < 4 ? Create() : Process(_recent.Pick());

    private MadeAction Create()
    {
        var user = $"w{random.Below(12)}";
        var id = new ProcessId(
            ProcessKind.TopUp, string.Create(CultureInfo.InvariantCulture, $"to{++_number}"));
        _recent.Add((id, user));
        return new MadeAction(id, new TopUpAction.Create(
            new WalletId(user), new Amount(1 + random.Below(60), _usd), null)
        {
            By = Requests.User(user),
            Request = requests.Next(),
        });
    }

    private MadeAction Process((ProcessId Id, string User) topUp)
    {
        var by = random.Below(8) switch
        {
            0 => Requests.User(topUp.User),
            1 => new Actor(topUp.User, ActorRole.Admin),
            _ => Requests.Admin,
        };
        return new MadeAction(topUp.Id, new TopUpAction.Process(random.Below(4) > 0, "seen")
        {
            By = by,
            Request = requests.Next(),
        });
    }
}
