using OrleansWallet.Domain.Trades;

namespace OrleansWallet.Simulation.Audit;

/// <summary>A trade as the auditor follows it: its committed path, and where its money went.</summary>
internal sealed class ModelTrade
{
    /// <summary>The status of each version, from 1.</summary>
    public List<string> Path { get; } = [];

    public TradeState? Last { get; set; }

    public Int128 Locked { get; set; }

    public Int128 Unlocked { get; set; }

    /// <summary>Left the hold for the buyer, and did not come back.</summary>
    public Int128 ToBuyer { get; set; }

    /// <summary>Left the hold for the platform, and did not come back.</summary>
    public Int128 ToFees { get; set; }
}
