using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;

namespace OrleansWallet.Domain.Referrals;

/// <summary>What can be done with a name. Closed: the nested record is all.</summary>
public abstract record ReferralCodeAction : ProcessAction
{
    private ReferralCodeAction()
    {
    }

    /// <summary>Taken once; its owner may ask again.</summary>
    public sealed record Claim(WalletId Owner) : ReferralCodeAction;
}
