namespace OrleansWallet.Domain.Deposits;

/// <summary>Why a payment waits for an admin.</summary>
public enum ParkReason
{
    /// <summary>Nobody asked for it, nor for the payment that it follows.</summary>
    UnknownPayment = 1,

    /// <summary>The grid has no such currency.</summary>
    UnknownCurrency,

    /// <summary>The sum is missing, zero, or has more digits than the currency.</summary>
    UnknownAmount,

    /// <summary>It came in another currency than was asked for.</summary>
    WrongCurrency,

    /// <summary>The user's wallet took no money.</summary>
    WalletRefused,
}
