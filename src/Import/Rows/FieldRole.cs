namespace OrleansWallet.Import.Rows;

/// <summary>What a field of an old row says.</summary>
internal enum FieldRole
{
    Unknown,
    Id,
    User,
    Currency,
    Available,

    /// <summary>What is available, or all of it: see <see cref="BalanceMeaning"/>.</summary>
    Balance,

    /// <summary>Available and locked together.</summary>
    Total,

    Locked,

    /// <summary>Money of the savings account in a row of another collection.</summary>
    Savings,

    /// <summary>A map or an array of balances.</summary>
    Nested,
}
