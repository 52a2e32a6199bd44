using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Simulation.Audit.Processes;

/// <summary>A trade as the auditor follows it: where its money went.</summary>
internal sealed class ModelTrade
{
    public required ModelCommission Commission { get; init; }

    public TradeState? Last { get; set; }

    public Int128 Locked { get; set; }

    public Int128 Unlocked { get; set; }

    /// <summary>Left the hold for the buyer, and did not come back.</summary>
    public Int128 ToBuyer { get; set; }

    /// <summary>Left the hold for the platform, and did not come back.</summary>
    public Int128 ToFees { get; set; }
}
