using OrleansWallet.Domain.Ids;
using OrleansWallet.Domain.Processes;
using OrleansWallet.Domain.Referrals;
using OrleansWallet.Simulation.Core;
using OrleansWallet.Simulation.Store;

namespace OrleansWallet.Simulation.Workload;

/// <summary>Who referred whom, as a front knows it: that somebody did it may hear late.</summary>
internal sealed class Referrers(SimProcessTable table, SimRandom random)
{
    public WalletId? Of(WalletId user)
    {
        var roll = random.Below(20);
        if (roll == 0)
        {
            // Whatever a front says, nobody earns by himself.
            return user;
        }

        return roll > 2
            && table.Rows.TryGetValue(ReferralNames.Referral(user), out var row)
            && table.Json.Read(ProcessKind.Referral, row.State)
                is ReferralState { Status: ReferralStatus.Attributed } state
            ? state.Referrer
            : null;
    }
}
