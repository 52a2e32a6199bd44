using System.Globalization;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Simulation.Core;

namespace OrleansWallet.Simulation.Workload;

/// <summary>Makes orders of every type at prices that move, and executes quotes, often twice.</summary>
internal sealed class OrderMaker(SimRandom random, Requests requests, Referrers referrers)
    : IActionMaker
{
    /// <summary>A wallet so full that it takes no more BTC: its orders are undone.</summary>
    public static readonly WalletId Full = new("full");

    private static readonly Currency _usd = CurrencyRegistry.Default["USD"];
    private static readonly Currency _btc = CurrencyRegistry.Default["BTC"];

    // About one minor unit for one.
    private static readonly string[] _btcPrices = ["1000000", "2000000", "700000.5", "499999"];
    private static readonly string[] _usdPrices = ["0.000001", "0.0000005", "0.0000023", "0.00000091"];

    private readonly Recent<(ProcessId Id, string User)> _quotes = new(random);
    private int _number;

    public MadeAction Next() => random.Below(10) switch
    {
        < 3 when !_quotes.IsEmpty => Execute(_quotes.Pick()),
        < 5 => Quote(),
        _ => Place(),
    };

    private MadeAction Quote()
    {
        var ask = Ask();
        var id = NextId();
        _quotes.Add((id, ask.User.Value));
        return new MadeAction(id, new OrderAction.Quote(ask)
        {
            By = Requests.User(ask.User.Value),
            Request = requests.Next(),
        });
    }

    private MadeAction Place()
    {
        var ask = Ask();
        return new MadeAction(NextId(), new OrderAction.Place(ask)
        {
            By = Requests.User(random.Below(30) == 0 ? "w-stranger" : ask.User.Value),
            Request = requests.Next(),
        });
    }

    private MadeAction Execute((ProcessId Id, string User) quote) =>
        new(quote.Id, new OrderAction.Execute(null, null, null)
        {
            By = Requests.User(random.Below(10) == 0 ? "w-stranger" : quote.User),
            Request = requests.Next(),
        });

    private OrderAsk Ask()
    {
        var user = random.Below(6) switch
        {
            0 => Full,
            < 3 => new WalletId($"w{random.Below(12)}"),
            _ => new WalletId($"w{random.Below(2)}"),
        };
        var paysUsd = user == Full || random.Below(2) == 0;
        var (from, to) = paysUsd ? (_usd, _btc) : (_btc, _usd);
        var type = random.Below(5) switch
        {
            < 2 => OrderType.Swap,
            < 4 => OrderType.Spot,
            _ => OrderType.ExpressBuy,
        };
        var amount = new Amount(1 + random.Below(40), random.Below(3) == 0 ? to : from);
        return new OrderAsk(user, type, from, to, amount)
        {
            Price = random.Below(30) == 0
                ? null
                : random.Pick(amount.Currency.Equals(_btc) ? _btcPrices : _usdPrices),
            IsStale = random.Below(30) == 0,
            Referrer = referrers.Of(user),
        };
    }

    private ProcessId NextId() => new(
        ProcessKind.Order, string.Create(CultureInfo.InvariantCulture, $"or{++_number}"));
}
