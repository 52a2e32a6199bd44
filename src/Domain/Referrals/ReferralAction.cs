using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Referrals;

/// <summary>What can be done with a referral. Closed: the nested record is all.</summary>
public abstract record ReferralAction : ProcessAction
{
    private ReferralAction()
    {
    }

    /// <param name="User">Who was referred.</param>
    /// <param name="Referrer">By whom: the code's owner.</param>
    /// <param name="Code">The code.</param>
    public sealed record Attribute(WalletId User, WalletId Referrer, string Code) : ReferralAction;
}
