namespace OrleansWallet.Domain.Deposits;

/// <summary>What became of a payment's money in the grid.</summary>
public enum DepositCredit
{
    /// <summary>The payment is not there yet.</summary>
    None = 0,

    /// <summary>An intention: the wallet decides next.</summary>
    Crediting,
    Credited,

    /// <summary>Whose it is or how much is not known: an admin decides.</summary>
    Parked,

    /// <summary>An admin closed it without a credit.</summary>
    Rejected,
}
