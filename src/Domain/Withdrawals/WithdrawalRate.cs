using OrleansWallet.Domain.Fees;

namespace OrleansWallet.Domain.Withdrawals;

/// <summary>Fees and limits of one currency, in whole units of it as decimal texts; digits beyond
/// its scale are cut.</summary>
public sealed record WithdrawalRate
{
    /// <summary>What each withdrawal costs. Default 0.</summary>
    public string Flat { get; init; } = "0";

    /// <summary>What of the amount it costs besides. Default 0.</summary>
    public BasisPoints Share { get; init; }

    /// <summary>The least of one withdrawal; null for none.</summary>
    public string? Min { get; init; }

    /// <summary>The most of one withdrawal; null for no limit.</summary>
    public string? Max { get; init; }

    /// <summary>The most within 24 hours; null for no limit.</summary>
    public string? DayMax { get; init; }

    /// <summary>The most within 30 days; null for no limit.</summary>
    public string? MonthMax { get; init; }
}
