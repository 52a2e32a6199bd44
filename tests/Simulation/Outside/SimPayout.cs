using OrleansWallet.Domain.Withdrawals;

namespace OrleansWallet.Simulation.Outside;

/// <summary>A payout that was asked for, as the provider knows it.</summary>
internal sealed class SimPayout(PayoutCall call, string payoutId)
{
    public PayoutCall Call { get; } = call;

    public string PayoutId { get; } = payoutId;

    public PayoutFate Fate { get; set; }

    /// <summary>It failed first, and was paid after all.</summary>
    public bool TurnedAround { get; set; }
}
