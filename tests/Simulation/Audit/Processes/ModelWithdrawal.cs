using OrleansWallet.Domain.Withdrawals;
using OrleansWallet.Simulation.Outside;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>A withdrawal as the auditor follows it: where its money went, and its payouts.</summary>
internal sealed class ModelWithdrawal(WithdrawalAction.Create asked, Int128 fee)
{
    public WithdrawalAction.Create Asked => asked;

    public Int128 Amount => asked.Amount.Minor;

    public Int128 Fee => fee;

    public Int128 Total => Amount + fee;

    public string Status => Last!.StatusName;

    public WithdrawalState? Last { get; set; }

    public Int128 Locked { get; set; }

    public Int128 Unlocked { get; set; }

    /// <summary>Left the hold for the world.</summary>
    public Int128 Captured { get; set; }

    /// <summary>Left the hold for the platform, and did not come back.</summary>
    public Int128 FeeSent { get; set; }

    public Int128 Left => Locked - Unlocked - Captured - FeeSent;

    public List<SimPayout> Payouts { get; } = [];

    /// <summary>An admin gave the money back when nobody knew whether it was paid.</summary>
    public bool IsDecidedBlind { get; set; }

    /// <summary>True while a payout pays or may still pay.</summary>
    public bool IsOutside => Payouts.Any(IsAlive);

    public static bool IsAlive(SimPayout payout) =>
        payout.Fate is PayoutFate.Asked or PayoutFate.Taken or PayoutFate.Finished;
}
