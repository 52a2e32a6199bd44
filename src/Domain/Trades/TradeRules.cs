using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Trades;

/// <summary>Which action is legal in which state, and what it leads to.</summary>
/// <remarks>The money's side is in <see cref="TradeSteps"/>.</remarks>
public sealed class TradeRules(TradeTerms terms) : ProcessRules<TradeState, TradeAction>
{
    /// <summary>Pieces of evidence that a dispute takes.</summary>
    public const int EvidenceMax = 50;

    private readonly TradeSteps _steps = new(terms);

    public override ProcessKind Kind => ProcessKind.Trade;

    public override ProcessDecision Decide(
        ProcessId id, TradeState? state, TradeAction action, DateTimeOffset now)
    {
        if (action is TradeAction.Create create)
        {
            return state is null
                ? Create(id, create, now)
                : ProcessDecision.Refuse(ProcessRefusalCode.Exists, "this trade exists");
        }

        if (state is null)
        {
            return ProcessDecision.Refuse(ProcessRefusalCode.NotFound, "there is no such trade");
        }

        return action switch
        {
            TradeAction.Decide decide when action.By.Role == ActorRole.Admin =>
                Decide(state, decide, now),
            TradeAction.Decide => NotAllowed("only an admin decides a dispute"),
            TradeAction.AddEvidence evidence when action.By.Role == ActorRole.Admin =>
                AddEvidence(state, evidence, now),
            _ when action.By.Role == ActorRole.User && state.SideOf(action.By.Id) is { } side =>
                DecideAsParty(state, side, action, now),
            _ => NotAllowed("only the parties of a trade may do that"),
        };
    }

    private ProcessDecision DecideAsParty(
        TradeState state, TradeSide side, TradeAction action, DateTimeOffset now) =>
        action switch
        {
            TradeAction.MarkPaid paid => MarkPaid(state, side, paid, now),
            TradeAction.Release => Release(state, side, action.By, now),
            TradeAction.Cancel cancel => Cancel(state, side, cancel, now),
            TradeAction.OpenDispute dispute => OpenDispute(state, dispute, now),
            TradeAction.AddEvidence evidence => AddEvidence(state, evidence, now),
            TradeAction.Settle settle => Settle(state, side, settle, now),
            TradeAction.Appeal appeal => Appeal(state, side, appeal, now),
            TradeAction.ReEscrow => ReEscrow(state, side, action.By, now),
            _ => throw new InvalidOperationException($"{action.GetType().Name} is not an action"),
        };

    public override ProcessStep? Next(TradeState state) => TradeSteps.Next(state);

    public override TradeState Conclude(TradeState state, StepResult result, DateTimeOffset now) =>
        _steps.Conclude(state, result, now);

    public override TradeState Elapse(TradeState state, DateTimeOffset now) => state.Status switch
    {
        _ when state.Pausing => state with
        {
            Pausing = false,
            Try = state.Try + 1,
            Deadline = null,
            DeadlineSince = null,
        },
        TradeStatus.Escrowed => state.To(TradeStatus.Expiring, Actor.Grid.Id, now),
        TradeStatus.Paid => Dispute(state, Actor.Grid.Id, now, "not released in time"),
        _ => base.Elapse(state, now),
    };

    private static ProcessDecision NotAllowed(string detail) =>
        ProcessDecision.Refuse(ProcessRefusalCode.NotAllowed, detail);

    private static ProcessDecision Wrong(TradeState state, string what) =>
        ProcessDecision.Refuse(
            ProcessRefusalCode.WrongState,
            $"a trade that is {state.StatusName} (dispute {TradeNames.Of(state.Dispute)}) {what}");

    private static TradeState Dispute(TradeState state, string by, DateTimeOffset now, string? why) =>
        (state with { Dispute = DisputeStatus.Open, Deadline = null, DeadlineSince = null })
            .Note(by, now, why is null ? "dispute_open" : $"dispute_open: {why}");

    private ProcessDecision Create(ProcessId id, TradeAction.Create create, DateTimeOffset now)
    {
        if (create.Seller == create.Buyer)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.OutsideTerms, "buyer and seller are the same");
        }

        if (!create.Amount.IsPositive || create.Amount.Minor > Amount.MinorMax)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.OutsideTerms, "the amount is not positive or too large");
        }

        var fee = terms.Fee.Of(create.Amount);
        var status = create.Offer is null ? TradeStatus.Escrowing : TradeStatus.Requested;
        var commission = terms.Commission.Of(fee);
        // Whatever a front says, nobody earns by himself.
        var referrer = commission.IsPositive && create.Referrer != create.Buyer
            ? create.Referrer
            : null;
        return new TradeState
        {
            Id = id,
            CreatedAt = now,
            Status = status,
            Seller = create.Seller,
            Buyer = create.Buyer,
            Amount = create.Amount,
            Fee = fee,
            Fiat = create.Fiat,
            Price = create.Price,
            Offer = create.Offer,
            OfferSettled = create.Offer is null,
            PaymentWindow = terms.PaymentWindow,
            ReleaseWindow = terms.ReleaseWindow,
            Referrer = referrer,
            Commission = referrer is null ? null : commission,
            Events = [new ProcessEvent(now, "", TradeNames.Of(status), create.By.Id)],
        };
    }

    private static ProcessDecision MarkPaid(
        TradeState state, TradeSide side, TradeAction.MarkPaid action, DateTimeOffset now)
    {
        if (side != TradeSide.Buyer)
        {
            return NotAllowed("only the buyer marks a trade as paid");
        }

        if (state.Status != TradeStatus.Escrowed)
        {
            return Wrong(state, "can't be marked as paid");
        }

        var paid = state.To(TradeStatus.Paid, action.By.Id, now) with
        {
            Proof = action.Proof,
            WantCancel = [],
        };
        return state.IsDisputed ? paid : paid.Until(now, state.ReleaseWindow);
    }

    private static ProcessDecision Release(
        TradeState state, TradeSide side, Actor by, DateTimeOffset now)
    {
        if (side != TradeSide.Seller)
        {
            return NotAllowed("only the seller releases");
        }

        return state.Status is TradeStatus.Escrowed or TradeStatus.Paid
            ? ToBuyer(state, by.Id, now)
            : Wrong(state, "can't be released");
    }

    // Who gives way in a dispute decides it.
    private static TradeState ToBuyer(TradeState state, string by, DateTimeOffset now) =>
        state.To(TradeStatus.Releasing, by, now) with
        {
            Before = state.Status,
            Dispute = state.IsDisputed ? DisputeStatus.Decided : state.Dispute,
            Award = state.IsDisputed ? TradeSide.Buyer : state.Award,
        };

    private static TradeState ToSeller(
        TradeState state, string by, DateTimeOffset now, string? note) =>
        state.To(TradeStatus.Cancelling, by, now, note) with
        {
            Before = state.Status,
            Dispute = state.IsDisputed ? DisputeStatus.Decided : state.Dispute,
            Award = state.IsDisputed ? TradeSide.Seller : state.Award,
        };

    private static ProcessDecision Cancel(
        TradeState state, TradeSide side, TradeAction.Cancel action, DateTimeOffset now)
    {
        if (state.Status is not (TradeStatus.Escrowed or TradeStatus.Paid))
        {
            return Wrong(state, "can't be cancelled");
        }

        var wanted = state.WantCancel.Contains(side) ? state.WantCancel : state.WantCancel.Add(side);
        var alone = state.Status == TradeStatus.Escrowed
            && (side == TradeSide.Buyer || state.Deadline <= now);
        if (alone || wanted.Length == 2)
        {
            return ToSeller(state with { WantCancel = wanted }, action.By.Id, now, action.Reason);
        }

        // The other party may agree.
        return (state with { WantCancel = wanted }).Note(action.By.Id, now, "cancel_requested");
    }

    private static ProcessDecision OpenDispute(
        TradeState state, TradeAction.OpenDispute action, DateTimeOffset now)
    {
        if (state.Status is not (TradeStatus.Escrowed or TradeStatus.Paid)
            || state.Dispute != DisputeStatus.None)
        {
            return Wrong(state, "can't be disputed");
        }

        return Dispute(state, action.By.Id, now, action.Reason);
    }

    private static ProcessDecision AddEvidence(
        TradeState state, TradeAction.AddEvidence action, DateTimeOffset now)
    {
        if (!state.IsDisputed)
        {
            return Wrong(state, "takes no evidence");
        }

        if (state.Evidence.Length >= EvidenceMax)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.LimitExceeded, $"a dispute takes {EvidenceMax} pieces of evidence");
        }

        var taken = state with
        {
            Evidence = state.Evidence.Add(new TradeEvidence(now, action.By.Id, action.Text)),
        };
        return action.By.Role == ActorRole.Admin && state.Dispute == DisputeStatus.Open
            ? (taken with { Dispute = DisputeStatus.UnderReview })
                .Note(action.By.Id, now, "dispute_under_review")
            : taken.Note(action.By.Id, now, "evidence");
    }

    private static ProcessDecision Decide(
        TradeState state, TradeAction.Decide action, DateTimeOffset now)
    {
        if (!state.IsDisputed || state.Status is not (TradeStatus.Escrowed or TradeStatus.Paid))
        {
            return Wrong(state, "has nothing to decide");
        }

        if (state.SideOf(action.By.Id) is not null)
        {
            return NotAllowed("a party can't decide its own dispute");
        }

        return action.Award == TradeSide.Buyer
            ? ToBuyer(state, action.By.Id, now)
            : ToSeller(state, action.By.Id, now, action.Note);
    }

    private static ProcessDecision Settle(
        TradeState state, TradeSide side, TradeAction.Settle action, DateTimeOffset now)
    {
        if (!state.IsDisputed || state.Status is not (TradeStatus.Escrowed or TradeStatus.Paid))
        {
            return Wrong(state, "has nothing to settle");
        }

        var told = side == TradeSide.Buyer
            ? state with { BuyerSettles = action.Award }
            : state with { SellerSettles = action.Award };
        if (told.BuyerSettles != told.SellerSettles)
        {
            return told.Note(action.By.Id, now, "settlement_offered");
        }

        return action.Award == TradeSide.Buyer
            ? ToBuyer(told, action.By.Id, now)
            : ToSeller(told, action.By.Id, now, "settled");
    }

    private ProcessDecision Appeal(
        TradeState state, TradeSide side, TradeAction.Appeal action, DateTimeOffset now)
    {
        if (side != TradeSide.Buyer)
        {
            return NotAllowed("only the buyer appeals");
        }

        if (state.Status != TradeStatus.Expired || state.Appealed)
        {
            return Wrong(state, "can't be appealed");
        }

        return now - state.Events[^1].At > terms.AppealWindow
            ? Wrong(state, "expired too long ago")
            : (state with { Appealed = true }).Note(action.By.Id, now, "appealed");
    }

    private static ProcessDecision ReEscrow(
        TradeState state, TradeSide side, Actor by, DateTimeOffset now)
    {
        if (side != TradeSide.Seller)
        {
            return NotAllowed("only the seller gives an escrow again");
        }

        if (state.Status != TradeStatus.Expired || !state.Appealed || !state.OfferSettled)
        {
            return Wrong(state, "can't be escrowed again");
        }

        return state.To(TradeStatus.Escrowing, by.Id, now) with
        {
            Escrow = state.Escrow + 1,
            WantCancel = [],
        };
    }
}
