using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Referrals;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>A name is its first owner's, who claimed it himself, for good.</summary>
internal sealed class ReferralCodeAudit() : KindAudit("referrals")
{
    public override void Committed(ProcessChange change)
    {
        var owner = ((ReferralCodeState)change.State).Owner;
        var fits = change.Cause is ReferralCodeAction.Claim claim && claim.Owner == owner
            // A pair is claimed by the referral, in its user's name.
            && (change.IsByUser(owner.Value)
                || claim.By is { Role: ActorRole.System } by && by.Id == owner.Value)
            && (change.Was is null || ((ReferralCodeState)change.Was).Owner == owner);
        if (!fits)
        {
            throw Breach(change.Id, $"it is {owner}'s by {change.Cause?.By}: {change.Cause}");
        }
    }
}
