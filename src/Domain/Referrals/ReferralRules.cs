using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Referrals;

/// <summary>
/// A user is referred once, never by himself, and never by one whom he referred himself.
/// </summary>
public sealed class ReferralRules : ProcessRules<ReferralState, ReferralAction>
{
    public override ProcessKind Kind => ProcessKind.Referral;

    public override ProcessDecision Decide(
        ProcessId id, ReferralState? state, ReferralAction action, DateTimeOffset now)
    {
        var ask = (ReferralAction.Attribute)action;
        if (ask.By.Role != ActorRole.User || ask.By.Id != ask.User.Value
            || id != ReferralNames.Referral(ask.User) || ask.User.IsSystem)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotAllowed, "one tells only by whom one was referred oneself");
        }

        if (ask.User == ask.Referrer)
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.OutsideTerms, "nobody refers himself");
        }

        if (state is { Status: not ReferralStatus.Refused })
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.WrongState, "it is known already by whom this user was referred");
        }

        return state is null
            ? new ReferralState
            {
                Id = id,
                CreatedAt = now,
                Status = ReferralStatus.Attributing,
                User = ask.User,
                Referrer = ask.Referrer,
                Code = ask.Code,
                Events =
                [
                    new ProcessEvent(
                        now, "", ReferralState.NameOf(ReferralStatus.Attributing), ask.By.Id),
                ],
            }
            : (state with { Referrer = ask.Referrer, Code = ask.Code, Refusal = null })
                .To(ReferralStatus.Attributing, ask.By.Id, now);
    }

    public override ProcessStep? Next(ReferralState state) =>
        state.Status == ReferralStatus.Attributing
            ? new ProcessStep.Process(
                ReferralNames.PairClaim(state.User, state.Referrer),
                new ReferralCodeAction.Claim(state.User)
                {
                    By = new Actor(state.User.Value, ActorRole.System),
                    Request = Digest.Of($"{state.Id}/{state.Referrer.Value}"),
                })
            : null;

    public override ReferralState Conclude(
        ReferralState state, StepResult result, DateTimeOffset now) =>
        result is StepResult.Taken
            ? state.To(ReferralStatus.Attributed, Actor.Grid.Id, now) with { Since = now }
            : state.To(ReferralStatus.Refused, Actor.Grid.Id, now) with
            {
                Refusal = new ProcessRefusal(
                    ProcessRefusalCode.WrongState, "this user referred the other one"),
            };
}
