using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Prices;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Exchange;

/// <summary>Which order is taken at which sums, and what becomes of a quote.</summary>
/// <remarks>The money's side is in <see cref="OrderSteps"/>.</remarks>
public sealed class OrderRules(ExchangeTerms terms) : ProcessRules<OrderState, OrderAction>
{
    private readonly OrderSteps _steps = new(terms);

    public override ProcessKind Kind => ProcessKind.Order;

    public override ProcessDecision Decide(
        ProcessId id, OrderState? state, OrderAction action, DateTimeOffset now) =>
        (state, action) switch
        {
            (null, OrderAction.Quote quote) => Open(id, quote.Ask, action.By, true, now),
            (null, OrderAction.Place place) => Open(id, place.Ask, action.By, false, now),
            (null, _) => Refuse(ProcessRefusalCode.NotFound, "there is no such quote"),
            (_, OrderAction.Execute) when !IsOwner(state.User.Value, action.By) =>
                Refuse(ProcessRefusalCode.NotAllowed, "it is someone else's quote"),
            (_, OrderAction.Execute execute) => Execute(state, execute, now),
            _ => Refuse(ProcessRefusalCode.Exists, "this order exists"),
        };

    public override ProcessStep? Next(OrderState state) => OrderSteps.Next(state);

    public override OrderState Conclude(OrderState state, StepResult result, DateTimeOffset now) =>
        _steps.Conclude(state, result, now);

    public override OrderState Elapse(OrderState state, DateTimeOffset now) => state switch
    {
        { Pausing: true } => state with
        {
            Pausing = false, Try = state.Try + 1, Deadline = null, DeadlineSince = null,
        },
        { Status: OrderStatus.Quoted } =>
            state.Become(OrderStatus.Expired, Actor.Grid.Id, now),
        _ => base.Elapse(state, now),
    };

    private static ProcessDecision Refuse(ProcessRefusalCode code, string detail) =>
        ProcessDecision.Refuse(code, detail);

    private static bool IsOwner(string user, Actor by) =>
        by.Role == ActorRole.User && by.Id == user;

    private ProcessDecision Open(
        ProcessId id, OrderAsk ask, Actor by, bool asQuote, DateTimeOffset now)
    {
        if (!IsOwner(ask.User.Value, by) || ask.User.IsSystem)
        {
            return Refuse(ProcessRefusalCode.NotAllowed, "one exchanges only one's own money");
        }

        if (Check(ask) is { } refusal)
        {
            return refusal;
        }

        if (ask.IsStale || !Rate.TryParse(ask.Price, out var price))
        {
            return Refuse(
                ProcessRefusalCode.Stale,
                $"there is no current price of {ask.From} and {ask.To}");
        }

        if (IsBeyondLimit(ask, price))
        {
            return Refuse(
                ProcessRefusalCode.Stale, $"the price is {price}, beyond the limit");
        }

        var share = terms.FeeOf(ask.Type);
        var deal = ask.IsPaying
            ? Deal.Paying(ask.Amount, price, ask.To, share)
            : Deal.Getting(ask.Amount, price, ask.From, share);
        return deal is null
            ? Refuse(
                ProcessRefusalCode.OutsideTerms,
                "a side of this exchange comes to nothing, or is too large")
            : Create(id, ask, deal, price, asQuote, now);
    }

    private static ProcessDecision? Check(OrderAsk ask)
    {
        if (ask.From.Equals(ask.To))
        {
            return Refuse(ProcessRefusalCode.OutsideTerms, "both currencies are the same");
        }

        if (!ask.IsPaying && !ask.Amount.Currency.Equals(ask.To))
        {
            return Refuse(
                ProcessRefusalCode.OutsideTerms, "the amount is of neither currency");
        }

        return ask.Type == OrderType.ExpressBuy
            && (ask.From.Kind != CurrencyKind.Fiat || ask.To.Kind == CurrencyKind.Fiat)
            ? Refuse(ProcessRefusalCode.OutsideTerms, "an express buy pays fiat for crypto")
            : null;
    }

    private static bool IsBeyondLimit(OrderAsk ask, Rate price) =>
        ask.LimitPrice is { } text && Rate.Parse(text) is var limit
        && (ask.IsPaying ? price < limit : price > limit);

    private OrderState Create(
        ProcessId id, OrderAsk ask, Deal deal, Rate price, bool asQuote, DateTimeOffset now)
    {
        var status = asQuote ? OrderStatus.Quoted : OrderStatus.Reserving;
        DateTimeOffset? expiresAt = asQuote ? now + terms.QuoteLifetime : null;
        var commission = terms.Commission.Of(deal.Fee);
        var referrer = commission.IsPositive && ask.Referrer != ask.User ? ask.Referrer : null;
        return new OrderState
        {
            Id = id,
            CreatedAt = now,
            Status = status,
            Type = ask.Type,
            User = ask.User,
            From = deal.From,
            To = deal.To,
            Fee = deal.Fee,
            Rate = price.ToString(),
            Side = ask.Type != OrderType.Spot ? null
                : ask.IsPaying ? OrderSide.Sell
                : OrderSide.Buy,
            ExpiresAt = expiresAt,
            Deadline = expiresAt,
            DeadlineSince = asQuote ? now : null,
            Referrer = referrer,
            Commission = referrer is null ? null : commission,
            Events = [new ProcessEvent(now, "", OrderNames.Of(status), ask.User.Value)],
        };
    }

    private static ProcessDecision Execute(
        OrderState state, OrderAction.Execute action, DateTimeOffset now)
    {
        if (state.Status == OrderStatus.Expired
            || (state.Status == OrderStatus.Quoted && state.ExpiresAt <= now))
        {
            return Refuse(ProcessRefusalCode.Stale, "the quote has expired");
        }

        if (state.Status != OrderStatus.Quoted)
        {
            return Refuse(
                ProcessRefusalCode.WrongState,
                $"an order that is {state.StatusName} can't be executed");
        }

        var isSame = (action.From is null || action.From.Equals(state.From.Currency))
            && (action.To is null || action.To.Equals(state.To.Currency))
            && (action.Amount is null || action.Amount == state.From);
        return isSame
            ? state.Become(OrderStatus.Reserving, action.By.Id, now)
            : Refuse(ProcessRefusalCode.OutsideTerms, "the quote is for something else");
    }
}
