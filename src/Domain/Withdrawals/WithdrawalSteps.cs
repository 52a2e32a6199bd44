using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Wallets;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>The money's side of a withdrawal: which step a state calls for and what its answer
/// means.</summary>
internal sealed class WithdrawalSteps(WithdrawalTerms terms)
{
    private static readonly TransactionType _type = new("withdrawal");
    private static readonly TransactionType _fee = new("withdrawal_fee");
    private static readonly Counterparty _to = new("world:nowpayments");

    public static ProcessStep? Next(WithdrawalState state) => state.Status switch
    {
        _ when state.Pausing => null,
        WithdrawalStatus.Requested => AllowanceStep(
            state, new AllowanceAction.Reserve(state.Id.Value, state.Amount, state.CreatedAt)
            {
                By = ActorOf(state),
                Request = RequestOf(state, "reserve"),
            }),
        WithdrawalStatus.Locking => OnWallet(
            state, new WalletCommand.Lock(
                Context(state, "lock", _type), AccountKind.Spot, state.Total, null)),
        WithdrawalStatus.Paying => Ask(state, state.IsUnasked),
        WithdrawalStatus.Sent when state.Asking => Ask(state, firstTime: false),
        WithdrawalStatus.Finishing when !state.AmountTaken => OnWallet(
            state, new WalletCommand.Release(
                Context(state, Invariant($"capture-{state.Try}"), _type), state.Amount.Currency,
                state.Amount, _to)),
        WithdrawalStatus.Finishing => OnWallet(
            state, new WalletCommand.Transfer(
                Context(state, Invariant($"fee-{state.Try}"), _fee), AccountKind.Spot,
                state.Id.Reference(), [new Posting(WalletId.PlatformFees, state.Fee)])),
        WithdrawalStatus.Rejecting or WithdrawalStatus.Cancelling => OnWallet(
            state, new WalletCommand.Unlock(
                Context(state, Invariant($"unlock-{state.Try}"), _type), state.Amount.Currency,
                null)),
        _ when state is { CameToNothing: true, AllowanceFreed: false } => AllowanceStep(
            state, new AllowanceAction.Free(state.Id.Value)
            {
                By = ActorOf(state),
                Request = RequestOf(state, "free"),
            }),
        _ => null,
    };

    public WithdrawalState Conclude(WithdrawalState state, StepResult result, DateTimeOffset now) =>
        state.Status switch
        {
            WithdrawalStatus.Requested => result is StepResult.NotTaken no
                ? Refused(state, no.Refusal, now)
                : state.To(WithdrawalStatus.Locking, Actor.Grid.Id, now),
            WithdrawalStatus.Locking => result is StepResult.Refused refused
                ? Refused(state, WalletRefusal(refused), now)
                : state.To(WithdrawalStatus.Pending, Actor.Grid.Id, now),
            WithdrawalStatus.Paying or WithdrawalStatus.Sent => Answered(
                state, ((StepResult.Answered)result).Answer, now),
            WithdrawalStatus.Finishing when !state.AmountTaken => Taken(
                state, result, state with { AmountTaken = true }, now),
            WithdrawalStatus.Finishing => Taken(state, result, state, now),
            WithdrawalStatus.Rejecting => Unlocked(state, result, WithdrawalStatus.Rejected, now),
            WithdrawalStatus.Cancelling => Unlocked(
                state, result, WithdrawalStatus.Cancelled, now),
            _ => state with { AllowanceFreed = true },
        };

    /// <summary>The provider's news. They only move a withdrawal forward.</summary>
    public WithdrawalState Reported(
        WithdrawalState state, WithdrawalAction.Report report, bool current, DateTimeOffset now)
    {
        var by = report.By.Id;
        var waits = state.Status
            is WithdrawalStatus.Paying or WithdrawalStatus.Sent or WithdrawalStatus.Review;
        return report.Outcome switch
        {
            // An earlier attempt paid after all. That may be so only once: while another is
            // under way a person has to look.
            PayoutOutcome.Finished when waits && (current || IsIdle(state)) =>
                Paid(state, report.PayoutId, by, now),
            PayoutOutcome.Finished when state.Status is not WithdrawalStatus.Finishing
                and not WithdrawalStatus.Finished =>
                state.Noted(by, now, $"payout_finished: {report.PayoutId}"),
            PayoutOutcome.Failed when current && waits && !state.PayoutFailed =>
                Failed(state, report.PayoutId, report.Detail, by, now),
            PayoutOutcome.Processing when current && state.Status == WithdrawalStatus.Review
                && !state.PayoutFailed => Sent(state, report.PayoutId, by, now),
            _ => state,
        };
    }

    private static bool IsIdle(WithdrawalState state) =>
        state is { Status: WithdrawalStatus.Review, PayoutFailed: true };

    private WithdrawalState Answered(
        WithdrawalState state, OutsideAnswer answer, DateTimeOffset now) => answer switch
        {
            PayoutAnswer.Sent sent when state.Status == WithdrawalStatus.Sent =>
                (state with { Asking = false, PayoutId = sent.PayoutId }).Until(now, terms.AskAfter),
            PayoutAnswer.Sent sent => Sent(state, sent.PayoutId, Actor.Grid.Id, now),
            PayoutAnswer.Finished finished => Paid(state, finished.PayoutId, Actor.Grid.Id, now),
            PayoutAnswer.Failed failed =>
                Failed(state, failed.PayoutId, failed.Reason, Actor.Grid.Id, now),
            // Not sent, so nothing can be paid twice.
            PayoutAnswer.Refused refused when state.IsUnasked =>
                Failed(state, state.PayoutId, refused.Reason, Actor.Grid.Id, now),
            PayoutAnswer.Refused refused => Review(state, refused.Reason, now),
            // A payout that the provider took does not vanish because it can't be looked at.
            PayoutAnswer.Unclear when state.Status == WithdrawalStatus.Sent =>
                (state with { Asking = false }).Until(now, terms.AskAfter),
            PayoutAnswer.Unclear unclear => Review(state, unclear.Reason, now),
            _ => throw new InvalidOperationException(
                $"{answer.GetType().Name} is not an answer about a payout"),
        };

    private WithdrawalState Sent(
        WithdrawalState state, string payoutId, string by, DateTimeOffset now) =>
        (state.To(WithdrawalStatus.Sent, by, now) with { PayoutId = payoutId })
            .Until(now, terms.AskAfter);

    private static WithdrawalState Paid(
        WithdrawalState state, string payoutId, string by, DateTimeOffset now) =>
        state.To(WithdrawalStatus.Finishing, by, now) with
        {
            PayoutId = payoutId,
            PayoutFailed = false,
        };

    private static WithdrawalState Failed(
        WithdrawalState state, string? payoutId, string? reason, string by, DateTimeOffset now) =>
        state.To(WithdrawalStatus.Review, by, now, "payout_failed") with
        {
            PayoutId = payoutId,
            PayoutFailed = true,
            Refusal = ProviderRefusal(reason),
        };

    private static WithdrawalState Review(
        WithdrawalState state, string reason, DateTimeOffset now) =>
        state.To(WithdrawalStatus.Review, Actor.Grid.Id, now, "payout_unknown") with
        {
            Refusal = ProviderRefusal(reason),
        };

    private static WithdrawalState Refused(
        WithdrawalState state, ProcessRefusal refusal, DateTimeOffset now) =>
        state.To(WithdrawalStatus.Refused, Actor.Grid.Id, now) with { Refusal = refusal };

    private WithdrawalState Taken(
        WithdrawalState state, StepResult result, WithdrawalState taken, DateTimeOffset now)
    {
        if (result is not StepResult.Done { Returned: false })
        {
            return Pause(state, now);
        }

        var feeIsNext = !state.AmountTaken && state.Fee.IsPositive;
        return feeIsNext ? taken : taken.To(WithdrawalStatus.Finished, Actor.Grid.Id, now);
    }

    private WithdrawalState Unlocked(
        WithdrawalState state, StepResult result, WithdrawalStatus end, DateTimeOffset now) =>
        result is StepResult.Done ? state.To(end, Actor.Grid.Id, now) : Pause(state, now);

    private WithdrawalState Pause(WithdrawalState state, DateTimeOffset now) =>
        (state with { Pausing = true }).Until(now, terms.RetryAfter);

    private static ProcessStep.Outside Ask(WithdrawalState state, bool firstTime) =>
        new(new PayoutCall(
            firstTime, state.ExternalId, state.PayoutId, state.Amount, state.Network,
            state.Address, state.AttemptAt ?? state.CreatedAt));

    private static ProcessStep.Wallet OnWallet(WithdrawalState state, WalletCommand command) =>
        new(state.User, command);

    private static ProcessStep.Process AllowanceStep(
        WithdrawalState state, AllowanceAction action) =>
        new(AllowanceState.IdOf(state.User, state.Amount.Currency), action);

    private static CommandContext Context(
        WithdrawalState state, string step, TransactionType type) =>
        new(state.Id.StepKey(step), type, state.Id.Reference(), null,
            $"{{\"withdrawal_id\":\"{state.Id.Value}\"}}");

    private static Actor ActorOf(WithdrawalState state) => new(state.Id.Value, ActorRole.System);

    private static UInt128 RequestOf(WithdrawalState state, string step) =>
        Digest.Of($"{state.Id}/{step}");

    private static ProcessRefusal ProviderRefusal(string? reason) =>
        new(ProcessRefusalCode.ProviderRefused, reason ?? "the provider gave no reason");

    private static ProcessRefusal WalletRefusal(StepResult.Refused refused) =>
        new(ProcessRefusalCode.WalletRefused, "the wallet refused", refused.Refusal);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
