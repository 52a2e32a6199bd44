using OrleansWallet.Contracts.Processes;
using OrleansWallet.Domain.Exchange;
using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Tests.Exchange;

/// <summary>An order with real wallets beside it, driven as its grain would.</summary>
internal sealed class OrderBench
{
    public const string User = "alice";
    public const string Referrer = "bob";
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly WalletId UserId = new(User);
    public static readonly Currency Usd = CurrencyRegistry.Default["USD"];
    public static readonly Currency Btc = CurrencyRegistry.Default["BTC"];
    private static readonly ProcessJson _json = new(CurrencyRegistry.Default);

    private readonly Dictionary<WalletId, WalletState> _wallets = [];
    private readonly Dictionary<CommandKey, StepResult> _answers = [];
    private readonly OrderRules _rules = new(new ExchangeTerms());

    public DateTimeOffset Now { get; set; } = Start;

    public OrderState? Order { get; private set; }

    /// <summary>Told before each step; true forgets what was not committed, as a crash does.</summary>
    public Func<OrderState, bool> Crashes { get; set; } = _ => false;

    public List<string> Types { get; } = [];

    public static OrderAsk Ask(Amount amount, OrderType type = OrderType.Swap) =>
        new(UserId, type, Usd, Btc, amount) { Price = "0.00002" };

    public static OrderAction.Place Place(OrderAsk ask) =>
        new(ask) { By = new Actor(User, ActorRole.User), Request = 1 };

    public static OrderAction.Quote Quote(OrderAsk ask) =>
        new(ask) { By = new Actor(User, ActorRole.User), Request = 2 };

    public static OrderAction.Execute Execute() =>
        new(null, null, null) { By = new Actor(User, ActorRole.User), Request = 3 };

    public OrderBench Fund(WalletId wallet, Amount amount)
    {
        Do(wallet, new WalletCommand.Credit(
            Context("fund"), AccountKind.Spot, amount, Counterparty.WorldUnknown));
        return this;
    }

    public void Freeze(WalletId wallet) => Do(wallet, new WalletCommand.Freeze(Context("freeze")));

    public void Unfreeze(WalletId wallet) =>
        Do(wallet, new WalletCommand.Unfreeze(Context("unfreeze")));

    public Int128 Available(WalletId wallet, Currency currency) =>
        Of(wallet).Balance(AccountKind.Spot, currency).Available;

    public Int128 Locked => _wallets.Values.Sum(w => w.Balances.Sum(b => b.Locked));

    /// <summary>All there is of a currency, wherever.</summary>
    public Int128 Total(Currency currency) => _wallets.Values.Sum(
        w => w.Balances.Where(b => b.Currency.Equals(currency)).Sum(b => b.Total));

    public ProcessDecision Act(OrderAction action)
    {
        var decision = _rules.Decide(
            new ProcessId(ProcessKind.Order, "or-1"), Order, action, Now);
        if (decision is ProcessDecision.Accepted accepted)
        {
            Order = Stored((OrderState)accepted.State.Remember(action));
            Drive();
        }

        return decision;
    }

    public void Drive()
    {
        var committed = Order!;
        var current = committed;
        while (_rules.Next(current) is ProcessStep.Wallet step)
        {
            var result = Take(step);
            if (Crashes(current))
            {
                current = committed;
                continue;
            }

            current = _rules.Conclude(current, result, Now);
            if (current.StatusName != committed.StatusName || _rules.Next(current) is null)
            {
                committed = Stored(current);
                current = committed;
            }
        }

        Order = committed;
    }

    /// <summary>Lets the deadline pass.</summary>
    public void Elapse()
    {
        Now = Order!.Deadline!.Value;
        Order = _rules.Elapse(Order, Now);
        Drive();
    }

    private static OrderState Stored(OrderState state) =>
        (OrderState)_json.Read(ProcessKind.Order, _json.Write(state));

    private static CommandContext Context(string step) => new(
        CommandKey.FromService("tests", step), TransactionType.Adjustment, new ReferenceId(step));

    private WalletState Of(WalletId id) => _wallets.GetValueOrDefault(id) ?? WalletState.New(id);

    private Decision Do(WalletId wallet, WalletCommand command)
    {
        var decision = WalletDecider.Decide(Of(wallet), command, Now);
        _wallets[wallet] = decision.State;
        return decision;
    }

    private StepResult Take(ProcessStep.Wallet step)
    {
        var key = step.Command.Context.Key;
        if (_answers.TryGetValue(key, out var known))
        {
            return known;
        }

        var decision = Do(step.Id, step.Command);
        StepResult result = decision.Refusal is { } refusal
            ? new StepResult.Refused(refusal)
            : new StepResult.Done(Deliver(step.Id, decision));
        if (decision.Refusal is null)
        {
            Types.Add($"{step.Id} {step.Command.GetType().Name} {step.Command.Context.Type}");
        }

        _answers[key] = result;
        return result;
    }

    // True when money came back.
    private bool Deliver(WalletId source, Decision sent)
    {
        var returned = false;
        foreach (var entry in sent.Entries.Where(
            e => e.Kind is EntryKind.Sent or EntryKind.SentFromHold))
        {
            var to = new WalletId(entry.Counterparty!.Value.Value);
            var link = new EntryLink(1, entry.Seq);
            var amount = entry.Amount!.Value;
            if (Do(to, new WalletCommand.Accept(Context("accept"), amount, source, link)).Refusal
                is not null)
            {
                returned = true;
                Assert.Null(Do(source, new WalletCommand.Return(
                    Context("return"), entry.Account, amount, to, link, entry.Hold, null)).Refusal);
            }
        }

        return returned;
    }
}
