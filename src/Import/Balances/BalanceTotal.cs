using System.Numerics;
using OrleansWallet.Import.Rows;

namespace OrleansWallet.Import.Balances;

/// <summary>Where the money of a collection, account and currency went, exactly.</summary>
internal sealed class BalanceTotal(TotalKey key)
{
    public TotalKey Key { get; } = key;

    /// <summary>All that the export holds, as far as its amounts can be read.</summary>
    public ExactDecimal Before { get; set; }

    /// <summary>The part of it that was rejected.</summary>
    public ExactDecimal Rejected { get; set; }

    /// <summary>What rounding left: exact less rounded.</summary>
    public ExactDecimal Residue { get; set; }

    /// <summary>What is to be credited, in minor units.</summary>
    public BigInteger Planned { get; set; }

    /// <summary>The part of it that was locked, in minor units.</summary>
    public BigInteger PlannedLocked { get; set; }
}
