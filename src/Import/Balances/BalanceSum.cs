namespace OrleansWallet.Import.Balances;

/// <summary>What the rows of one balance come to, in minor units.</summary>
internal record struct BalanceSum
{
    public Int128 Available { get; set; }

    public Int128 Locked { get; set; }

    /// <summary>The row that was added last, from 1.</summary>
    public long LastRow { get; set; }

    /// <summary>True when one of the rows has no <c>_id</c>.</summary>
    public bool HasRowWithoutId { get; set; }

    public readonly bool IsZero => Available == 0 && Locked == 0;
}
