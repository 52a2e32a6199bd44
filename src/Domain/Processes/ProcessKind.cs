namespace OrleansWallet.Domain.Processes;

/// <summary>What kind of process it is. Stored by number: never renumbered.</summary>
public enum ProcessKind
{
    /// <summary>A P2P trade.</summary>
    Trade = 1,

    /// <summary>A P2P offer with its reservations.</summary>
    Offer = 2,

    /// <summary>A quote and its execution: swap, spot order or express buy.</summary>
    Order = 3,

    Withdrawal = 4,

    Deposit = 5,

    TopUp = 6,

    /// <summary>What a user has withdrawn lately: reserves against the limits.</summary>
    Allowance = 7,

    AddressBook = 8,

    /// <summary>By whom a user was referred: attributed once.</summary>
    Referral = 9,

    /// <summary>Whose a referral code is.</summary>
    ReferralCode = 10,
}
