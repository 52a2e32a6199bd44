namespace OrleansWallet.Import.Rows;

/// <summary>
/// What <c>balance</c> or <c>amount</c> means in a row that has a locked amount too, and neither
/// an available nor a total one.
/// </summary>
public enum BalanceMeaning
{
    /// <summary>The locked amount comes on top of it.</summary>
    Available,

    /// <summary>The locked amount is part of it.</summary>
    Total,
}
