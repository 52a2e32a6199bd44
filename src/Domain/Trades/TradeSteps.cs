using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Money;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Trades;

/// <summary>The money's side of a trade: which step a state calls for and what its answer means.</summary>
internal sealed class TradeSteps(TradeTerms terms)
{
    private static readonly TransactionType _escrow = new("p2p_escrow");
    private static readonly TransactionType _cancelled = new("p2p_cancelled");
    private static readonly TransactionType _completed = new("p2p_completed");
    private static readonly TransactionType _fee = new("p2p_fee");
    private static readonly TransactionType _commission = new("referral_commission");

    public static ProcessStep? Next(TradeState state) => state.Status switch
    {
        _ when state.Pausing => null,
        TradeStatus.Requested => OfferStep(
            state, "reserve", new OfferAction.Reserve(
                state.Id.Value, state.Amount, state.Price, state.CreatedAt)
            {
                By = ActorOf(state),
                Request = RequestOf(state, "reserve"),
            }),
        TradeStatus.Escrowing => new ProcessStep.Wallet(
            state.Seller,
            new WalletCommand.Lock(
                Context(state, Invariant($"escrow-{state.Escrow}"), _escrow), AccountKind.Spot,
                state.Amount, null)),
        TradeStatus.Releasing when !state.BuyerPaid => Pay(
            state, "release", _completed, state.Buyer, state.Amount - state.Fee),
        TradeStatus.Releasing when !state.FeePaid && state.Fee.IsPositive => Pay(
            state, "fee", _fee, WalletId.PlatformFees, state.Fee),
        TradeStatus.Releasing => new ProcessStep.Wallet(
            WalletId.PlatformFees,
            new WalletCommand.Transfer(
                Context(state, "commission", _commission) with
                {
                    Metadata = CommissionMetadata(state),
                },
                AccountKind.Spot, null, [new Posting(state.Referrer!.Value, state.Commission!.Value)])),
        TradeStatus.Cancelling or TradeStatus.Expiring => new ProcessStep.Wallet(
            state.Seller,
            new WalletCommand.Unlock(
                Context(state, Invariant($"unlock-{state.Escrow}-{state.Try}"), _cancelled),
                state.Amount.Currency, null)),
        _ when state is { IsOver: true, OfferSettled: false } => OfferStep(
            state, "settle", new OfferAction.Settle(
                state.Id.Value, state.Status == TradeStatus.Completed)
            {
                By = ActorOf(state),
                Request = RequestOf(state, "settle"),
            }),
        _ => null,
    };

    public TradeState Conclude(TradeState state, StepResult result, DateTimeOffset now) =>
        state.Status switch
        {
            TradeStatus.Requested => Reserved(state, result, now),
            TradeStatus.Escrowing => Escrowed(state, result, now),
            TradeStatus.Releasing when !state.BuyerPaid => Released(state, result, now),
            TradeStatus.Releasing when !state.FeePaid && state.Fee.IsPositive =>
                FeePaid(state, result, now),
            // Without a commission nothing is owed to anybody.
            TradeStatus.Releasing => state.To(TradeStatus.Completed, Actor.Grid.Id, now),
            TradeStatus.Cancelling => Unlocked(state, result, TradeStatus.Cancelled, now),
            TradeStatus.Expiring => Unlocked(state, result, TradeStatus.Expired, now),
            _ => state with { OfferSettled = true },
        };

    private static TradeState Reserved(TradeState state, StepResult result, DateTimeOffset now) =>
        result is StepResult.NotTaken no
            ? state.To(TradeStatus.Rejected, Actor.Grid.Id, now) with
            {
                Refusal = no.Refusal,
                OfferSettled = true,
            }
            : state.To(TradeStatus.Escrowing, Actor.Grid.Id, now);

    private static TradeState Escrowed(TradeState state, StepResult result, DateTimeOffset now)
    {
        if (result is StepResult.Refused refused)
        {
            // An appealed trade that could not be escrowed again may be tried once more.
            var back = state.Escrow > 1 ? TradeStatus.Expired : TradeStatus.Rejected;
            return state.To(back, Actor.Grid.Id, now) with { Refusal = WalletRefusal(refused) };
        }

        return state.Escrow > 1
            ? state.To(TradeStatus.Paid, Actor.Grid.Id, now).Until(now, state.ReleaseWindow)
            : state.To(TradeStatus.Escrowed, Actor.Grid.Id, now).Until(now, state.PaymentWindow);
    }

    private static TradeState Released(TradeState state, StepResult result, DateTimeOffset now)
    {
        if (result is StepResult.Done { Returned: false })
        {
            var paid = state with { BuyerPaid = true };
            return AfterPayments(paid, now);
        }

        // The money is still, or again, in the hold: an admin has to look, unless the seller or
        // the deadline gets it on.
        var refusal = result is StepResult.Refused refused
            ? WalletRefusal(refused)
            : new ProcessRefusal(
                ProcessRefusalCode.WalletRefused, "the buyer's wallet takes no money");
        return state.To(state.Before ?? TradeStatus.Paid, Actor.Grid.Id, now, "release_refused") with
        {
            Dispute = DisputeStatus.Open,
            Award = null,
            Try = state.Try + 1,
            Refusal = refusal,
        };
    }

    private TradeState FeePaid(TradeState state, StepResult result, DateTimeOffset now)
    {
        if (result is StepResult.Done { Returned: false })
        {
            return AfterPayments(state with { FeePaid = true }, now);
        }

        return (state with { Pausing = true }).Until(now, terms.RetryAfter);
    }

    private static TradeState AfterPayments(TradeState state, DateTimeOffset now) =>
        (state.Fee.IsPositive && !state.FeePaid) || state.Commission is not null
            ? state
            : state.To(TradeStatus.Completed, Actor.Grid.Id, now);

    private TradeState Unlocked(
        TradeState state, StepResult result, TradeStatus end, DateTimeOffset now) =>
        result is StepResult.Done
            ? state.To(end, Actor.Grid.Id, now)
            : (state with { Pausing = true }).Until(now, terms.RetryAfter);

    private static ProcessStep.Wallet Pay(
        TradeState state, string step, TransactionType type, WalletId to, Amount amount) =>
        new(state.Seller, new WalletCommand.Transfer(
            Context(state, Invariant($"{step}-{state.Escrow}-{state.Try}"), type),
            AccountKind.Spot, state.Hold, [new Posting(to, amount)]));

    private static ProcessStep.Process OfferStep(TradeState state, string step, OfferAction action) =>
        new(state.Offer ?? throw new InvalidOperationException($"no offer to {step}"), action);

    private static CommandContext Context(TradeState state, string step, TransactionType type) =>
        new(state.Id.StepKey(step), type, state.Hold, null, $"{{\"trade_id\":\"{state.Id.Value}\"}}");

    private static string CommissionMetadata(TradeState state) =>
        $"{{\"trade_id\":\"{state.Id.Value}\",\"referred_user\":\"{state.Buyer.Value}\","
        + $"\"fee\":\"{state.Fee}\"}}";

    private static Actor ActorOf(TradeState state) =>
        new(state.Id.Value, ActorRole.System);

    private static UInt128 RequestOf(TradeState state, string step) =>
        Digest.Of($"{state.Id}/{step}");

    private static ProcessRefusal WalletRefusal(StepResult.Refused refused) =>
        new(ProcessRefusalCode.WalletRefused, "the seller's wallet refused", refused.Refusal);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
