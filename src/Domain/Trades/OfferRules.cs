using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Trades;

/// <summary>The rules of offers.</summary>
public sealed class OfferRules : ProcessRules<OfferState, OfferAction>
{
    /// <summary>Trades that an offer serves at one time.</summary>
    public const int ReservationsMax = 500;

    // A reservation that comes later than this is refused, and settled ones are remembered for
    // longer: so a late duplicate never reserves what nobody will free.
    private static readonly TimeSpan _reserveWithin = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _rememberFor = TimeSpan.FromHours(1);

    public override ProcessKind Kind => ProcessKind.Offer;

    public override ProcessDecision Decide(
        ProcessId id, OfferState? state, OfferAction action, DateTimeOffset now)
    {
        if (action is OfferAction.Create create)
        {
            return state is null
                ? Create(id, create, now)
                : ProcessDecision.Refuse(ProcessRefusalCode.Exists, "this offer exists");
        }

        if (state is null)
        {
            return ProcessDecision.Refuse(ProcessRefusalCode.NotFound, "there is no such offer");
        }

        return action switch
        {
            OfferAction.Change change => Change(state, change, now),
            OfferAction.Reserve reserve => Reserve(Forget(state, now), reserve, now),
            OfferAction.Settle settle => Settle(Forget(state, now), settle, now),
            _ => throw new InvalidOperationException($"{action.GetType().Name} is not an action"),
        };
    }

    private static ProcessDecision Create(
        ProcessId id, OfferAction.Create create, DateTimeOffset now)
    {
        if (create.Terms.FindFault() is { } fault)
        {
            return ProcessDecision.Refuse(ProcessRefusalCode.OutsideTerms, fault);
        }

        if (create.Status is not (OfferStatus.Draft or OfferStatus.Live))
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.WrongState, "a new offer is draft or live");
        }

        return new OfferState
        {
            Id = id,
            CreatedAt = now,
            Status = create.Status,
            Owner = create.Owner,
            Side = create.Side,
            Currency = create.Currency.Code,
            Fiat = create.Fiat,
            Terms = create.Terms,
            Used = Amount.Zero(create.Currency),
            Events =
            [
                new ProcessEvent(now, "", OfferState.NameOf(create.Status), create.By.Id),
            ],
        };
    }

    private static ProcessDecision Change(
        OfferState state, OfferAction.Change change, DateTimeOffset now)
    {
        if (change.By.Id != state.Owner.Value && change.By.Role != ActorRole.Admin)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotAllowed, "only its owner changes an offer");
        }

        if (state.Status == OfferStatus.Closed)
        {
            return ProcessDecision.Refuse(ProcessRefusalCode.WrongState, "the offer is closed");
        }

        var changed = state with { Terms = change.Terms ?? state.Terms };
        if (changed.Terms.FindFault() is { } fault)
        {
            return ProcessDecision.Refuse(ProcessRefusalCode.OutsideTerms, fault);
        }

        if (changed.Remaining.Minor < 0)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.OutsideTerms, "trades hold more than the new amount");
        }

        if (change.Status is OfferStatus.Exhausted
            || (change.Status is OfferStatus.Draft && state.Status != OfferStatus.Draft))
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.WrongState, "an offer can be made live, paused or closed");
        }

        return Move(changed with { Status = change.Status ?? state.Status }, state, change.By.Id, now);
    }

    private static ProcessDecision Reserve(
        OfferState state, OfferAction.Reserve reserve, DateTimeOffset now)
    {
        if (state.Reservations.TryGetValue(reserve.Trade, out var known))
        {
            return known.Settled
                ? ProcessDecision.Refuse(ProcessRefusalCode.Stale, "the trade is over")
                : state;
        }

        if (now - reserve.AskedAt > _reserveWithin)
        {
            return ProcessDecision.Refuse(ProcessRefusalCode.Stale, "the trade was asked for too long ago");
        }

        if (state.Status != OfferStatus.Live)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.WrongState, $"the offer is {state.StatusName}");
        }

        if (reserve.Price != state.Terms.Price)
        {
            return ProcessDecision.Refuse(ProcessRefusalCode.Stale, "the offer's price has changed");
        }

        if (reserve.Amount < state.Terms.Min || reserve.Amount > state.Terms.Max)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.OutsideTerms, "the amount is outside the offer's limits");
        }

        if (reserve.Amount > state.Remaining || state.Reservations.Count >= ReservationsMax)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.LiquidityShort, "less than that remains of the offer");
        }

        var reserved = state with
        {
            Reservations = state.Reservations.Add(
                reserve.Trade, new OfferReservation(reserve.Amount, now, false)),
        };
        return Move(reserved, state, Actor.Grid.Id, now);
    }

    private static ProcessDecision Settle(
        OfferState state, OfferAction.Settle settle, DateTimeOffset now)
    {
        var zero = Amount.Zero(state.Used.Currency);
        var held = state.Reservations.TryGetValue(settle.Trade, out var known) && !known.Settled
            ? known.Amount
            : zero;
        var settled = state with
        {
            Used = settle.Completed ? state.Used + held : state.Used,
            Reservations = state.Reservations.SetItem(
                settle.Trade, new OfferReservation(zero, now, true)),
        };
        return Move(settled, state, Actor.Grid.Id, now);
    }

    private static OfferState Forget(OfferState state, DateTimeOffset now) => state with
    {
        Reservations = state.Reservations.RemoveRange(
            state.Reservations.Where(r => r.Value.Settled && now - r.Value.At > _rememberFor)
                .Select(r => r.Key)),
    };

    private static OfferState Move(
        OfferState changed, OfferState before, string by, DateTimeOffset now)
    {
        var settled = changed.Settle();
        return settled.Status == before.Status
            ? settled
            : settled with
            {
                Events = Trim(settled.Events).Add(new ProcessEvent(
                    now, before.StatusName, settled.StatusName, by)),
            };
    }

    // A popular offer goes to and fro for years.
    private static System.Collections.Immutable.ImmutableArray<ProcessEvent> Trim(
        System.Collections.Immutable.ImmutableArray<ProcessEvent> events) =>
        events.Length < 100 ? events : events.RemoveRange(1, events.Length - 99);
}
