using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Domain.Tests.Trades;

/// <summary>Every status and dispute × every action × every role.</summary>
public sealed class TradeTableTests
{
    private const string Seller = "seller";
    private const string Buyer = "buyer";
    private const string Admin = "admin";
    private const string Stranger = "stranger";
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly IProcessRules _rules = new TradeRules(new TradeTerms());

    // What each action leads to, by who asks and in which state: everything else is refused.
    private static readonly Dictionary<(string Action, string Who), Dictionary<string, string>> _legal = new()
    {
        [("mark-paid", Buyer)] = new()
        {
            ["escrowed/none"] = "paid",
            ["escrowed/open"] = "paid",
            ["escrowed/under_review"] = "paid",
        },
        [("release", Seller)] = Everywhere("releasing"),
        [("cancel", Buyer)] = new()
        {
            ["escrowed/none"] = "cancelling",
            ["escrowed/open"] = "cancelling",
            ["escrowed/under_review"] = "cancelling",
            ["paid/none"] = "paid",
            ["paid/open"] = "paid",
            ["paid/under_review"] = "paid",
        },
        [("cancel", Seller)] = new()
        {
            ["escrowed/none"] = "escrowed",
            ["escrowed/open"] = "escrowed",
            ["escrowed/under_review"] = "escrowed",
            ["paid/none"] = "paid",
            ["paid/open"] = "paid",
            ["paid/under_review"] = "paid",
        },
        [("dispute", Buyer)] = new() { ["escrowed/none"] = "escrowed", ["paid/none"] = "paid" },
        [("dispute", Seller)] = new() { ["escrowed/none"] = "escrowed", ["paid/none"] = "paid" },
        [("evidence", Buyer)] = WhileDisputed(null),
        [("evidence", Seller)] = WhileDisputed(null),
        [("evidence", Admin)] = WhileDisputed(null),
        [("decide-buyer", Admin)] = WhileDisputed("releasing"),
        [("decide-seller", Admin)] = WhileDisputed("cancelling"),
        [("settle-buyer", Buyer)] = WhileDisputed(null),
        [("settle-buyer", Seller)] = WhileDisputed(null),
        [("appeal", Buyer)] = new() { ["expired/none"] = "expired" },
        [("re-escrow", Seller)] = new() { ["expired-appealed/none"] = "escrowing" },
    };

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        foreach (var state in States())
        {
            foreach (var action in Actions().Keys)
            {
                foreach (var who in (string[])[Seller, Buyer, Admin, Stranger])
                {
                    cells.Add(state, action, who);
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Action_InAState_LeadsWhereTheTableSays(string state, string action, string who)
    {
        var trade = Make(state);
        var role = who == Admin ? ActorRole.Admin : ActorRole.User;

        var decision = _rules.Decide(
            trade.Id, trade, Actions()[action](new Actor(who, role)), _start.AddMinutes(2));

        if (_legal.TryGetValue((action, who), out var legal) && legal.TryGetValue(state, out var to))
        {
            var after = (TradeState)Assert.IsType<ProcessDecision.Accepted>(decision).State;
            Assert.Equal(to, after.StatusName);
            Assert.True(after.Events.Length > trade.Events.Length);
            return;
        }

        var refusal = Assert.IsType<ProcessDecision.Refused>(decision).Refusal;
        Assert.True(refusal.Code is ProcessRefusalCode.WrongState or ProcessRefusalCode.NotAllowed);
    }

    [Theory]
    [InlineData("escrowed/none", "expiring")]
    [InlineData("paid/none", "paid")]
    public void Deadline_WhenItPasses_MovesOn(string state, string to)
    {
        var after = (TradeState)_rules.Elapse(Make(state), _start.AddHours(3));

        Assert.Equal(to, after.StatusName);
        Assert.Equal(to == "paid" ? DisputeStatus.Open : DisputeStatus.None, after.Dispute);
        Assert.Null(after.Deadline);
    }

    [Fact]
    public void Cancel_WhenBothWantIt_GivesBackThoughPaid()
    {
        var trade = Make("paid/none");

        var one = Act(trade, Actions()["cancel"](new Actor(Seller, ActorRole.User)));
        var both = Act(one, Actions()["cancel"](new Actor(Buyer, ActorRole.User)));

        Assert.Equal(("paid", "cancelling"), (one.StatusName, both.StatusName));
    }

    [Fact]
    public void Release_WhenTheWalletsAnswer_PaysBuyerThenFee()
    {
        var trade = Act(Make("paid/none"), Actions()["release"](new Actor(Seller, ActorRole.User)));
        var keys = new List<string>();
        while (_rules.Next(trade) is ProcessStep.Wallet step)
        {
            keys.Add($"{step.Id} {step.Command.Context.Type}");
            trade = (TradeState)_rules.Conclude(trade, new StepResult.Done(false), _start);
        }

        Assert.Equal(["seller p2p_completed", "seller p2p_fee"], keys);
        Assert.Equal("completed", trade.StatusName);
    }

    [Fact]
    public void Release_WhenTheBuyersWalletTakesNothing_OpensADisputeAndTakesANewKey()
    {
        var trade = Act(Make("paid/none"), Actions()["release"](new Actor(Seller, ActorRole.User)));
        var first = ((ProcessStep.Wallet)_rules.Next(trade)!).Command.Context.Key;

        trade = (TradeState)_rules.Conclude(trade, new StepResult.Done(true), _start);
        Assert.Equal(("paid", DisputeStatus.Open), (trade.StatusName, trade.Dispute));
        trade = Act(trade, Actions()["release"](new Actor(Seller, ActorRole.User)));

        Assert.NotEqual(first, ((ProcessStep.Wallet)_rules.Next(trade)!).Command.Context.Key);
    }

    private static TradeState Act(TradeState trade, TradeAction action) =>
        (TradeState)((ProcessDecision.Accepted)_rules.Decide(
            trade.Id, trade, action, _start.AddMinutes(2))).State;

    private static Dictionary<string, string> Everywhere(string to) => new()
    {
        ["escrowed/none"] = to,
        ["escrowed/open"] = to,
        ["escrowed/under_review"] = to,
        ["paid/none"] = to,
        ["paid/open"] = to,
        ["paid/under_review"] = to,
    };

    private static Dictionary<string, string> WhileDisputed(string? to) => new()
    {
        ["escrowed/open"] = to ?? "escrowed",
        ["escrowed/under_review"] = to ?? "escrowed",
        ["paid/open"] = to ?? "paid",
        ["paid/under_review"] = to ?? "paid",
    };

    private static IEnumerable<string> States()
    {
        foreach (var status in Enum.GetValues<TradeStatus>())
        {
            yield return TradeNames.Of(status) + "/none";
        }

        yield return "expired-appealed/none";
        foreach (var dispute in (string[])["open", "under_review"])
        {
            yield return "escrowed/" + dispute;
            yield return "paid/" + dispute;
        }
    }

    private static TradeState Make(string state)
    {
        var (status, dispute) = (state.Split('/')[0], state.Split('/')[1]);
        var btc = CurrencyRegistry.Default["BTC"];
        var appealed = status == "expired-appealed";
        status = appealed ? "expired" : status;
        return new TradeState
        {
            Id = new ProcessId(ProcessKind.Trade, "tr-1"),
            CreatedAt = _start,
            Status = TradeNames.Parse(status),
            Dispute = dispute switch
            {
                "open" => DisputeStatus.Open,
                "under_review" => DisputeStatus.UnderReview,
                _ => DisputeStatus.None,
            },
            Seller = new WalletId(Seller),
            Buyer = new WalletId(Buyer),
            Amount = new Amount(100, btc),
            Fee = new Amount(1, btc),
            Fiat = "EUR",
            Price = "1",
            OfferSettled = true,
            Appealed = appealed,
            PaymentWindow = TimeSpan.FromMinutes(30),
            ReleaseWindow = TimeSpan.FromHours(2),
            Deadline = status is "escrowed" or "paid" && dispute == "none" ? _start.AddHours(2) : null,
            DeadlineSince = _start,
            Events = [new ProcessEvent(_start, "", status, Seller)],
        };
    }

    private static Dictionary<string, Func<Actor, TradeAction>> Actions() => new()
    {
        ["mark-paid"] = by => new TradeAction.MarkPaid("x") { By = by, Request = 1 },
        ["release"] = by => new TradeAction.Release { By = by, Request = 1 },
        ["cancel"] = by => new TradeAction.Cancel(null) { By = by, Request = 1 },
        ["dispute"] = by => new TradeAction.OpenDispute(null) { By = by, Request = 1 },
        ["evidence"] = by => new TradeAction.AddEvidence("x") { By = by, Request = 1 },
        ["decide-buyer"] = by => new TradeAction.Decide(TradeSide.Buyer, null) { By = by, Request = 1 },
        ["decide-seller"] = by => new TradeAction.Decide(TradeSide.Seller, null) { By = by, Request = 1 },
        ["settle-buyer"] = by => new TradeAction.Settle(TradeSide.Buyer) { By = by, Request = 1 },
        ["appeal"] = by => new TradeAction.Appeal(null) { By = by, Request = 1 },
        ["re-escrow"] = by => new TradeAction.ReEscrow { By = by, Request = 1 },
    };
}
