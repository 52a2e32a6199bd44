using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Referrals;

/// <summary>Whoever claims a name first has it for good.</summary>
public sealed class ReferralCodeRules : ProcessRules<ReferralCodeState, ReferralCodeAction>
{
    public override ProcessKind Kind => ProcessKind.ReferralCode;

    public override ProcessDecision Decide(
        ProcessId id, ReferralCodeState? state, ReferralCodeAction action, DateTimeOffset now)
    {
        var claim = (ReferralCodeAction.Claim)action;
        if (claim.By.Role != ActorRole.System
            && (claim.By.Role != ActorRole.User || claim.By.Id != claim.Owner.Value))
        {
            return ProcessDecision.Refuse(
                ProcessRefusalCode.NotAllowed, "one claims only for oneself");
        }

        if (state is not null)
        {
            return state.Owner == claim.Owner
                ? state
                : ProcessDecision.Refuse(ProcessRefusalCode.Exists, "it is someone else's");
        }

        return new ReferralCodeState
        {
            Id = id,
            CreatedAt = now,
            Owner = claim.Owner,
            Events = [new ProcessEvent(now, "", ReferralCodeState.Claimed, claim.By.Id)],
        };
    }
}
