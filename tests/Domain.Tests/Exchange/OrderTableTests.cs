using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Tests.Exchange;

/// <summary>Every status × every action × every role; and every ask that is not taken.</summary>
public sealed class OrderTableTests
{
    private const string Stranger = "mallory";
    private static readonly ProcessId _id = new(ProcessKind.Order, "or-1");
    private static readonly OrderRules _rules = new(new ExchangeTerms());
    private static readonly Currency _eur = CurrencyRegistry.Default["EUR"];

    public static TheoryData<OrderStatus?, string, string, ActorRole> Cells()
    {
        var cells = new TheoryData<OrderStatus?, string, string, ActorRole>();
        foreach (var status in Enum.GetValues<OrderStatus>().Cast<OrderStatus?>().Prepend(null))
        {
            foreach (var action in (string[])["quote", "place", "execute"])
            {
                foreach (var who in (string[])[OrderBench.User, Stranger])
                {
                    foreach (var role in Enum.GetValues<ActorRole>())
                    {
                        cells.Add(status, action, who, role);
                    }
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Action_InAStateByARole_LeadsWhereItMay(
        OrderStatus? status, string action, string who, ActorRole role)
    {
        var state = status is { } known ? State(known) : null;

        var decision = _rules.Decide(_id, state, Action(action, who, role), OrderBench.Start);

        var isOwner = who == OrderBench.User && role == ActorRole.User;
        var expected = (status, action) switch
        {
            (null, "execute") => "NotFound",
            (null, _) when !isOwner => "NotAllowed",
            (null, "quote") => "quoted",
            (null, _) => "reserving",
            (_, not "execute") => "Exists",
            _ when !isOwner => "NotAllowed",
            (OrderStatus.Quoted, _) => "reserving",
            (OrderStatus.Expired, _) => "Stale",
            _ => "WrongState",
        };
        Assert.Equal(expected, Name(decision));
    }

    public static TheoryData<OrderAsk, string> Asks()
    {
        var ask = OrderBench.Ask(Usd(100_00));
        var spot = ask with { Type = OrderType.Spot, Price = "60000", Amount = Btc(1_000) };
        return new TheoryData<OrderAsk, string>
        {
            { ask with { IsStale = true }, "Stale" },
            { ask with { Price = null }, "Stale" },
            { ask with { Price = "0" }, "Stale" },
            { ask with { To = OrderBench.Usd }, "OutsideTerms" },
            { ask with { Amount = new Amount(1, _eur) }, "OutsideTerms" },
            { ask with { Amount = Usd(0) }, "OutsideTerms" },
            { ask with { Amount = Usd(-5) }, "OutsideTerms" },
            { ask with { Amount = Usd(1) }, "OutsideTerms" },
            { ask with { Amount = Usd(Amount.MinorMax + 1) }, "OutsideTerms" },
            { ask with { Price = "1000000000000", Amount = Usd(Amount.MinorMax) }, "OutsideTerms" },
            { ask with { User = WalletId.PlatformFees }, "NotAllowed" },
            { ask with { Type = OrderType.ExpressBuy }, "reserving" },
            { ask with { Type = OrderType.ExpressBuy, To = _eur }, "OutsideTerms" },
            {
                ask with
                {
                    Type = OrderType.ExpressBuy, From = OrderBench.Btc, To = _eur, Amount = Btc(1),
                },
                "OutsideTerms"
            },
            { spot with { LimitPrice = "60000" }, "reserving" },
            { spot with { LimitPrice = "59999.99" }, "Stale" },
            { Sell(spot) with { LimitPrice = "60000" }, "reserving" },
            { Sell(spot) with { LimitPrice = "60000.01" }, "Stale" },
        };
    }

    [Theory]
    [MemberData(nameof(Asks))]
    public void Ask_WhenItIsMade_IsTakenOrRefused(OrderAsk ask, string expected) =>
        Assert.Equal(
            expected,
            Name(_rules.Decide(
                _id, null,
                new OrderAction.Place(ask) { By = new Actor(ask.User.Value, ActorRole.User), Request = 1 },
                OrderBench.Start)));

    [Theory]
    [InlineData(true, "buy BTC/USD", 60, 1_000)]
    [InlineData(false, "sell BTC/USD", 59, 1_000)]
    public void SpotOrder_OfAPair_NamesItAndRoundsForThePlatform(
        bool buys, string name, int cents, int satoshi)
    {
        var spot = OrderBench.Ask(Btc(1_000), OrderType.Spot) with { Price = "59500" };
        var order = (OrderState)((ProcessDecision.Accepted)_rules.Decide(
            _id, null, OrderBench.Place(buys ? spot : Sell(spot)), OrderBench.Start)).State;

        // 1,000 satoshi are 59.5 cents; the fee of 0.1 % is one minor unit.
        Assert.Equal(name, $"{order.Side}".ToLowerInvariant() + " " + order.Pair);
        Assert.Equal("59500", order.Rate);
        Assert.Equal(
            ((Int128)(buys ? cents + 1 : cents), (Int128)satoshi),
            buys ? (order.From.Minor, order.To.Minor) : (order.To.Minor, order.From.Minor));
    }

    [Fact]
    public void Quote_WhenItIsExecutedInTime_KeepsItsRateAndMayOnlyBeItself()
    {
        var bench = new OrderBench();
        bench.Act(OrderBench.Quote(OrderBench.Ask(Usd(100_00))));
        var quote = bench.Order!;
        var execute = OrderBench.Execute();

        Assert.Equal(OrderBench.Start.AddSeconds(30), quote.ExpiresAt);
        Assert.Equal("OutsideTerms", Name(bench.Act(execute with { Amount = Usd(100_01) })));
        Assert.Equal("OutsideTerms", Name(bench.Act(execute with { To = _eur })));
        bench.Now = OrderBench.Start.AddSeconds(29);
        Assert.Equal("reserving", Name(bench.Act(
            execute with { From = OrderBench.Usd, To = OrderBench.Btc, Amount = Usd(100_00) })));
        Assert.Equal((quote.Rate, quote.To), (bench.Order!.Rate, bench.Order.To));
        Assert.Equal("WrongState", Name(bench.Act(execute)));
    }

    [Fact]
    public void Quote_WhenItsTimeIsOver_IsStaleThoughAnOutageMovedTheDeadline()
    {
        var bench = new OrderBench();
        bench.Act(OrderBench.Quote(OrderBench.Ask(Usd(100_00))));
        bench.Now = OrderBench.Start.AddSeconds(30);
        var moved = bench.Order! with { Deadline = OrderBench.Start.AddHours(1) };

        Assert.Equal("Stale", Name(_rules.Decide(_id, moved, OrderBench.Execute(), bench.Now)));
        bench.Elapse();
        Assert.Equal("expired", bench.Order!.StatusName);
    }

    [Fact]
    public void Request_WhenItIsToldAgain_SeesTheQuoteOrTheOutcome()
    {
        var bench = new OrderBench();
        bench.Act(OrderBench.Quote(OrderBench.Ask(Usd(100_00))));
        bench.Act(OrderBench.Execute());

        Assert.Equal("refused", bench.Order!.StatusName);
        var counts = bench.Order.Requests.Select(
            r => ((OrderState)bench.Order.AsOf(r.EventCount)).StatusName);
        Assert.Equal(["quoted", "refused"], counts);
    }

    private static OrderAsk Sell(OrderAsk buy) => buy with { From = buy.To, To = buy.From };

    private static Amount Usd(Int128 minor) => new(minor, OrderBench.Usd);

    private static Amount Btc(Int128 minor) => new(minor, OrderBench.Btc);

    private static OrderState State(OrderStatus status)
    {
        var quote = _rules.Decide(
            _id, null, OrderBench.Quote(OrderBench.Ask(Usd(100_00))), OrderBench.Start);
        return ((OrderState)((ProcessDecision.Accepted)quote).State) with { Status = status };
    }

    private static OrderAction Action(string name, string who, ActorRole role)
    {
        var by = new Actor(who, role);
        return name switch
        {
            "quote" => OrderBench.Quote(OrderBench.Ask(Usd(100_00))) with { By = by },
            "place" => OrderBench.Place(OrderBench.Ask(Usd(100_00))) with { By = by },
            _ => OrderBench.Execute() with { By = by },
        };
    }

    private static string Name(ProcessDecision decision) => decision switch
    {
        ProcessDecision.Accepted accepted => accepted.State.StatusName,
        ProcessDecision.Refused refused => $"{refused.Refusal.Code}",
        _ => throw new InvalidOperationException(),
    };
}
